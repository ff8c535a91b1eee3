package vn.bamcoso.tasks;

import java.util.List;
import java.util.Locale;
import vn.bamcoso.basics.Texts;

/**
 * What must be clear before a task is issued. Four by default ("rõ người, rõ việc, rõ trách nhiệm, rõ tiến độ hoàn thành");
 * six by a setting (Conclusion 226-KL/TW of 11 December 2025), where deliverable and authority stand on their own.
 */
public enum Clear {
    PERSON, WORK, RESPONSIBILITY, DATE, DELIVERABLE, AUTHORITY;

    public static List<Clear> list(boolean six) {
        return six ? List.of(values()) : List.of(PERSON, WORK, RESPONSIBILITY, DATE);
    }

    /** Whether the task states it; with four, the work includes its deliverable and the responsibility its authority. */
    public boolean clear(Task task, boolean six) {
        return switch (this) {
            case PERSON -> !task.post().isEmpty();
            case WORK -> !task.title().isBlank() && (six || DELIVERABLE.clear(task, six));
            case RESPONSIBILITY -> task.addressed() && (six || AUTHORITY.clear(task, six));
            case DATE -> task.due() != null && (task.rule() != DueRule.BEFORE_LAW || !task.dueNote().isBlank());
            case DELIVERABLE -> !task.deliverable().isBlank();
            case AUTHORITY -> !task.authority().isBlank();
        };
    }

    public static List<Clear> missing(Task task, boolean six) {
        return missing(task, six, false);
    }

    /** @param bare of a kind without content: what is handed over and who decides are not written down */
    public static List<Clear> missing(Task task, boolean six, boolean bare) {
        return list(six && !bare).stream().filter(clear -> !clear.clear(task, six || bare)).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label(Texts texts) {
        return texts.get("tasks.clear." + code());
    }

    /** What is missing and why it matters. */
    public String why(Texts texts) {
        return texts.get("tasks.clear." + code() + ".why");
    }
}
