/** Auxiliaries of the commune police: semi-professional police until 30 June 2024, the grassroots security force since; counts only. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing.auxiliary;
