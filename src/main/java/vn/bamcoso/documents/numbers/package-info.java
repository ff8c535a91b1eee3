/** Numbers as Vietnamese and English write and speak them: read, written, rounded truthfully, and checked in a person's text. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.numbers;
