/**
 * Owns issued documents: their draft and wording, the steps from drafting to issue, numbers in gapless series, the frozen
 * bytes and what has changed since. Publishes {@link vn.bamcoso.papers.Papers} and the seam {@link vn.bamcoso.papers.Section},
 * through which rooms above write a document from their figures; knows no figure itself. Needs identity for who may sign,
 * territory for offices, audit for the trail, documents for Word, calendar for days, shell for pages.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "shell", "audit", "territory", "identity", "notices", "calendar", "documents", "documents :: *"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.papers;
