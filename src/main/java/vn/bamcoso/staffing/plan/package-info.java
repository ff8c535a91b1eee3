/** Posting plans: what is vacant, who may go there, what a search proposes and people make by hand, and what each is worth. */
@org.springframework.modulith.NamedInterface("plan")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing.plan;
