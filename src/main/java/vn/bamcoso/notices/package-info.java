/**
 * Owns what people are told: notices to a post, an office or a person, each once, who has read them and who has confirmed.
 * Tells what falls due by itself, up the chain of command, sends one digest a day by e-mail, and gives due days to calendars.
 * Publishes {@link vn.bamcoso.notices.Notices}, by which rooms above tell something, {@link vn.bamcoso.notices.Deadlines} and
 * {@link vn.bamcoso.notices.Job}, which they fill, and the words of a reminder. Knows no task and no report. Needs
 * identity for who holds which post, territory for offices, audit for the trail, shell for pages.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "store", "calendar", "documents", "shell", "audit", "territory", "identity"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices;
