/** Word in the official form of Decree 30/2020/NĐ-CP, Annex I, box by box; the same document always as the same bytes; and PDF through LibreOffice. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.official;
