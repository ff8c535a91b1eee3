package vn.bamcoso.tasks;

import java.util.List;

/** A task was issued; heard after commit by whoever tells people. @param shares the shares that came into being with it */
public record TasksIssued(int taskId, List<Long> shares) {}
