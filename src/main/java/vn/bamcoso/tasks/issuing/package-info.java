/** Writing a task down and issuing it. Rooms above write drafts here; a person reads and issues them. */
@org.springframework.modulith.NamedInterface("issuing")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.tasks.issuing;
