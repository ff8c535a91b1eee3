/** Tables in files: CSV, .xlsx and .xls read row by row with limits, heads understood or refused, and .xlsx and CSV written. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.table;
