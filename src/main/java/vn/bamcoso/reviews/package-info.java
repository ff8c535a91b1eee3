/**
 * Owns review reports: their outline, the sentences with slots for figures, every wording that people gave them. Publishes
 * {@link vn.bamcoso.reviews.Reviews}; fills {@code papers.Section}. Needs figures for values and where they come from,
 * papers for the steps to issue, documents for speaking numbers, spelling and the check at the edge.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "shell", "audit", "territory", "identity", "calendar", "documents", "documents :: *", "papers", "figures", "figures :: statement", "reporting"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.reviews;
