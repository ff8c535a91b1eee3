package vn.bamcoso.notices.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.notices.Notice;

/**
 * Makes notices of what the run has to tell. The one who owes it hears of each thing by itself, unless there are many the same
 * night; a superior hears of a task once, with the units that are behind.
 */
final class Sentences {
    private static final int BY_THEMSELVES = 5;
    private static final int NAMED = 3;

    /** What one post hears at one stage of one kind: by topic for superiors. */
    private record Hearing(int office, @Nullable String role, String code, String stage, LocalDate lastDay, boolean vacant, String topic) {
        Notice.Recipient to() {
            return new Notice.Recipient(office, role, null);
        }
    }

    private Sentences() {}

    static List<Notice> of(List<ReminderRun.Told> told, List<Deadlines> rooms, LocalDate today) {
        Map<String, String> lists = rooms.stream().collect(Collectors.toMap(Deadlines::code, Deadlines::list));
        Map<Hearing, List<ReminderRun.Told>> heard = new LinkedHashMap<>();
        for (ReminderRun.Told one : told) {
            boolean superior = one.stage().startsWith("up") || one.vacant();
            heard.computeIfAbsent(new Hearing(one.officeId(), one.role(), one.code(), one.stage(), one.lastDay(), one.vacant(), superior ? one.topic() : ""), none -> new ArrayList<>()).add(one);
        }
        List<Notice> notices = new ArrayList<>();
        heard.forEach((hearing, things) -> {
            if (!hearing.topic().isEmpty()) {
                notices.add(upwards(hearing, things, today));
            } else if (things.size() > BY_THEMSELVES) {
                notices.add(together(hearing, things, lists.getOrDefault(hearing.code(), ""), today));
            } else {
                things.forEach(one -> notices.add(single(hearing, one)));
            }
        });
        return notices;
    }

    private static Notice single(Hearing hearing, ReminderRun.Told one) {
        return new Notice(hearing.to(), Notice.Kind.REMINDER, "notices.due." + phase(hearing.stage()), List.of(name(one), one.lastDay()), one.link(), false, once(hearing, one.ref()));
    }

    private static Notice together(Hearing hearing, List<ReminderRun.Told> things, String list, LocalDate today) {
        return new Notice(hearing.to(), Notice.Kind.REMINDER, "notices.due.many." + phase(hearing.stage()), List.of(things.size(), hearing.lastDay(), name(things.getFirst())), list, false, once(hearing, "many:" + today));
    }

    private static Notice upwards(Hearing hearing, List<ReminderRun.Told> things, LocalDate today) {
        ReminderRun.Told first = things.getFirst();
        boolean escalated = hearing.stage().startsWith("up");
        String names = things.stream().map(ReminderRun.Told::unit).distinct().limit(NAMED).collect(Collectors.joining(", "));
        long more = things.stream().map(ReminderRun.Told::unit).distinct().count() - NAMED;
        Function<Texts, Object> units = texts -> more > 0 ? texts.get("notices.due.units-more", names, more) : names;
        String key = escalated ? "notices.due.up" : "notices.due.vacant." + phase(hearing.stage());
        List<Object> args = escalated ? List.of(name(first), first.lastDay(), units, hearing.stage().substring(2)) : List.of(name(first), first.lastDay(), units);
        return new Notice(hearing.to(), escalated ? Notice.Kind.ESCALATION : Notice.Kind.REMINDER, key, args, things.size() == 1 ? first.link() : first.topicLink(), false, once(hearing, hearing.topic() + ":" + today));
    }

    private static Function<Texts, Object> name(ReminderRun.Told one) {
        return texts -> texts == Texts.vi() ? one.nameVi() : one.nameEn();
    }

    private static String phase(String stage) {
        return stage.startsWith("before") ? "before" : stage;
    }

    private static String once(Hearing hearing, String what) {
        return String.join(":", "due", hearing.code(), what, hearing.lastDay().toString(), hearing.stage(), String.valueOf(hearing.office()), String.valueOf(hearing.role()), String.valueOf(hearing.vacant()));
    }
}
