/**
 * Owns directives, the tasks that come from them with their clears, the share of each office, what is done with it, the
 * four-valued books of any day, and difficulties with their replies. Publishes {@code Books}, {@code Dues}, {@code Status}, the
 * records {@code TasksIssued} and {@code ShareMoved} (heard after commit) and the views {@code tasks.pub_share} and
 * {@code tasks.pub_proposal}. Needs offices and places in time, who holds which post, working days, figures to which a task is
 * bound, documents, and the trail.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "shell", "audit", "territory", "identity", "papers", "papers :: comments", "papers :: comments", "notices", "figures", "reporting"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.tasks;
