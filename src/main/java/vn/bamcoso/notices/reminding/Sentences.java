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
    static final int BY_THEMSELVES = 5;
    private static final int NAMED = 3;

    /** What one post hears at one stage of one kind: by topic for superiors. */
    record Hearing(int office, @Nullable String role, String code, String stage, LocalDate lastDay, boolean vacant, String topic) {
        Notice.Recipient to() {
            return new Notice.Recipient(office, role, null);
        }
    }

    private Sentences() {}

    /** What one post hears at once: the first of its things, and how many there are. */
    record Heard(Hearing hearing, List<ReminderRun.Told> named) {
        int count() {
            return named.getFirst().things();
        }
    }

    static List<Heard> heard(List<ReminderRun.Told> told) {
        Map<Hearing, List<ReminderRun.Told>> heard = new LinkedHashMap<>();
        for (ReminderRun.Told one : told) {
            boolean superior = one.stage().startsWith("up") || one.vacant();
            heard.computeIfAbsent(new Hearing(one.officeId(), one.role(), one.code(), one.stage(), one.lastDay(), one.vacant(), superior ? one.topic() : ""), none -> new ArrayList<>()).add(one);
        }
        return heard.entrySet().stream().map(one -> new Heard(one.getKey(), one.getValue())).toList();
    }

    static List<Notice> of(List<Heard> heard, List<Deadlines> rooms, LocalDate today) {
        Map<String, String> lists = rooms.stream().collect(Collectors.toMap(Deadlines::code, Deadlines::list));
        List<Notice> notices = new ArrayList<>();
        heard.forEach(one -> {
            if (!one.hearing().topic().isEmpty()) {
                notices.add(upwards(one, today));
            } else if (one.count() > BY_THEMSELVES) {
                notices.add(together(one, lists.getOrDefault(one.hearing().code(), ""), today));
            } else {
                one.named().forEach(thing -> notices.add(single(one.hearing(), thing)));
            }
        });
        return notices;
    }

    private static Notice single(Hearing hearing, ReminderRun.Told one) {
        return new Notice(hearing.to(), Notice.Kind.REMINDER, "notices.due." + phase(hearing.stage()), List.of(name(one), one.lastDay()), one.link(), false, once(hearing, one.ref()));
    }

    private static Notice together(Heard heard, String list, LocalDate today) {
        Hearing hearing = heard.hearing();
        return new Notice(hearing.to(), Notice.Kind.REMINDER, "notices.due.many." + phase(hearing.stage()), List.of(heard.count(), hearing.lastDay(), name(heard.named().getFirst())), list, false, once(hearing, "many:" + today));
    }

    private static Notice upwards(Heard heard, LocalDate today) {
        Hearing hearing = heard.hearing();
        ReminderRun.Told first = heard.named().getFirst();
        boolean escalated = hearing.stage().startsWith("up");
        List<String> units = heard.named().stream().map(ReminderRun.Told::unit).distinct().limit(NAMED).toList();
        String names = String.join(", ", units);
        int more = first.units() - units.size();
        Function<Texts, Object> behind = texts -> more > 0 ? texts.get("notices.due.units-more", names, more) : names;
        String key = escalated ? "notices.due.up" : "notices.due.vacant." + phase(hearing.stage());
        List<Object> args = escalated ? List.of(name(first), first.lastDay(), behind, hearing.stage().substring(2)) : List.of(name(first), first.lastDay(), behind);
        return new Notice(hearing.to(), escalated ? Notice.Kind.ESCALATION : Notice.Kind.REMINDER, key, args, heard.count() == 1 ? first.link() : first.topicLink(), false, once(hearing, hearing.topic() + ":" + today));
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
