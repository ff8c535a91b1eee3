package vn.bamcoso.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;

/** The words of a reminder to paste into a chat: which units, what, by when; no figures. One way of saying it for all rooms. */
public final class ReminderWords {
    private ReminderWords() {}

    /**
     * @param what what is to be done, e.g. {@code gửi báo cáo “…”, quý IV/2026}
     * @param due the last day; null when there is none
     * @param units who, in the order in which they are listed
     */
    public static String of(Texts texts, String what, @Nullable LocalDate due, LocalDate today, List<String> units) {
        String head = due == null ? texts.get("notices.words.plain", what) : texts.get(today.isAfter(due) ? "notices.words.late" : "notices.words.by", what, due);
        return head + "\n" + IntStream.range(0, units.size()).mapToObj(n -> (n + 1) + ". " + units.get(n)).collect(Collectors.joining("\n"));
    }

    /** How many lines its field is high. */
    public static int lines(String words) {
        return Math.clamp(words.lines().count() + 1, 4, 24);
    }
}
