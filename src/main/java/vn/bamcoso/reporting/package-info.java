/**
 * Owns forms as data, the submissions that offices make with them, their way from the clerk's draft over the chief's
 * signature to the province's approval, corrections, completeness, and the files that bring many reports at once. Publishes
 * {@code Forms}, {@code Submissions}, {@code Imports}, {@code Status} and the view {@code reporting.pub_submission}. Needs
 * places and offices, who holds which grant, the recording of figures, the trail, and numbers and days as people write them.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "shell", "audit", "territory", "identity", "papers", "notices", "figures", "figures :: statement"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.reporting;
