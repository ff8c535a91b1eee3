/**
 * Owns what is counted and what was counted: indicators, figures with their history, roll-ups, published statements.
 * Publishes {@code Indicators}, {@code Figures} (record), {@code Pivot} (ask), {@code Provenance}, and two seams that upper
 * rooms fill: {@code Measure} (an indicator counted from records) and {@code Source} (names and links where figures came
 * from). Needs places from territory, periods from calendar, and numbers as people speak them from documents.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "shell", "audit", "territory", "identity"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.figures;
