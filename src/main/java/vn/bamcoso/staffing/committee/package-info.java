/** Who steers a programme, and how its plan came about: committees with their standing agency, drafts sent round, what was taken in and why not. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing.committee;
