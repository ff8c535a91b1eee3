/** The one spelling of the house: what is wrong in a text and how it is written right; and the folded form by which people search. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.spelling;
