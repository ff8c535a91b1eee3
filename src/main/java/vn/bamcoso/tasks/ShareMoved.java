package vn.bamcoso.tasks;

/**
 * Something was done with a share; heard after commit.
 *
 * @param act as in tasks.event: accepted, refused, progressed, blocked, unblocked, proposed, recognised, returned, extension_asked,
 *     extension_granted, extension_declined, asked, answered, withdrawn, handed_over, merged, reassigned, cause_confirmed
 * @param status where it stands now
 */
public record ShareMoved(long shareId, int taskId, String act, Status status) {}
