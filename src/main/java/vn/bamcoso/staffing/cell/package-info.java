/** Party cells of commune police: which cell on which day, members as counts, what the rule of three proposes and a person decides. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing.cell;
