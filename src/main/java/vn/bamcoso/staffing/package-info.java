/**
 * Owns the establishment and the people: posts allotted by office, title and days; officers; who holds which post, dated and
 * with what was known before; the acts that move people, one by one and in waves. Publishes {@code Strength} (allotted, filled,
 * vacant on any day and map), {@code Officers} and {@code Postings}; fills the seams {@code figures.Measure},
 * {@code territory.RestructuringPart} and {@code papers.Section}. Needs offices and places, grants, documents and the trail.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "documents :: *", "shell", "audit", "territory", "identity", "papers", "papers :: comments", "figures", "reporting"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing;
