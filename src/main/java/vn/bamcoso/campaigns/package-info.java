/**
 * Owns campaigns and schemes: what is to be reached by when, who was given how much of it, and how it stands: expected by
 * today, the rate that is needed, the day on which it will be reached. What is counted are figures, asked and never kept.
 * Publishes {@code Campaigns}. Needs places, who acts where, periods, the figures, and
 * tasks where a follow-up is given.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "shell", "audit", "territory", "identity", "papers", "notices", "figures", "reporting", "tasks", "tasks :: issuing"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.campaigns;
