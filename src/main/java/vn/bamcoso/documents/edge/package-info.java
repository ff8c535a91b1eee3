/**
 * What must not come in from outside: citizen ID numbers, lists of persons, secrecy marks; looked for in plain text, CSV, Excel
 * and Word. Says where and why, and never repeats what it found.
 */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.edge;
