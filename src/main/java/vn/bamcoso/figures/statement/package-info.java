/** Statements that were published, each beside the figure of today; what a report shows beside its own sentence. */
@org.springframework.modulith.NamedInterface("statement")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.figures.statement;
