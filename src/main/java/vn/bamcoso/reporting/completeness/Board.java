package vn.bamcoso.reporting.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.shell.Dots;
import vn.bamcoso.territory.Place;

/** How completeness is said and drawn: counts, squares, and the sentence that matters. */
final class Board {
    private Board() {}

    /** The last period that is over; the running one has hardly anything to show. */
    static @Nullable Period usual(List<Period> periods, LocalDate today) {
        return periods.stream().filter(one -> one.isOver(today)).findFirst().orElse(periods.isEmpty() ? null : periods.getFirst());
    }

    /** One square a commune, in the order of the states. */
    static Dots dots(List<Completeness.One> places, Texts texts) {
        List<Dots.Dot> squares = places.stream()
                .sorted(Comparator.comparing(Completeness.One::state))
                .map(one -> new Dots.Dot(one.name(), one.state().square(), one.submission() == null ? "/places/" + one.key() : "/submissions/" + one.submission()))
                .toList();
        List<String> words = new ArrayList<>();
        for (Completeness.State state : Completeness.State.values()) {
            words.addAll(List.of(state.square(), texts.get(state.word())));
        }
        return Dots.of(squares, words.toArray(String[]::new));
    }

    static Completeness.Counts counts(Place place, List<Completeness.One> places) {
        int[] n = new int[Completeness.State.values().length];
        places.forEach(one -> n[one.state().ordinal()]++);
        return new Completeness.Counts(place.id(), place.key(), place.fullName(), place.name(), place.code(), places.size(), n[0], n[1], n[2], n[3], n[4] + n[5],
                (int) places.stream().filter(Completeness.One::late).count(), (int) places.stream().filter(one -> one.sentAt() != null && !one.late()).count(), (int) places.stream().filter(Completeness.One::onePerson).count(), n[Completeness.State.APART.ordinal()]);
    }

    static Completeness.Counts total(List<Completeness.Counts> provinces, Texts texts) {
        return provinces.stream().reduce(
                new Completeness.Counts(0, "", texts.get("reporting.completeness.total"), "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                (a, b) -> new Completeness.Counts(0, "", a.name(), "", "", a.expected() + b.expected(), a.approved() + b.approved(), a.waiting() + b.waiting(), a.returned() + b.returned(),
                        a.writing() + b.writing(), a.missing() + b.missing(), a.late() + b.late(), a.inTime() + b.inTime(), a.onePerson() + b.onePerson(), a.apart() + b.apart()));
    }

    /** When the day is past, how many sent by it; and how many reports say nothing but zero. */
    static String inTime(Completeness.Counts counts, int zeros, @Nullable LocalDate due, LocalDate today, Texts texts) {
        List<String> said = new ArrayList<>();
        if (due != null && today.isAfter(due) && counts.inTimePercent() != null) {
            said.add(texts.get("reporting.completeness.in-time", counts.inTimePercent(), counts.inTime(), counts.taking()));
        }
        if (zeros > 0) {
            said.add(texts.get("reporting.completeness.zeros", zeros));
        }
        return String.join(" · ", said);
    }

    /** Who is missing when the day is past, how far it is before. */
    static String headline(Completeness.Counts counts, Period period, @Nullable LocalDate due, LocalDate today, Texts texts) {
        String name = period.label(texts.locale());
        if (counts.expected() == 0) {
            return texts.get("reporting.completeness.none", name);
        }
        if (counts.taking() == 0) {
            return texts.get("reporting.completeness.apart.all", name, counts.expected());
        }
        if (counts.approved() == counts.taking()) {
            return texts.get("reporting.completeness.whole", name, counts.taking());
        }
        boolean past = due != null && today.isAfter(due);
        if (counts.unsent() == 0 && counts.returned() > 0) {
            return texts.get("reporting.completeness.headline.returned", name, counts.returned(), counts.taking(), counts.approved());
        }
        return counts.unsent() > 0
                ? texts.get(past ? "reporting.completeness.headline.late" : "reporting.completeness.headline", name, counts.unsent(), counts.taking(), counts.approved())
                : texts.get("reporting.completeness.headline.sent", name, counts.taking(), counts.approved());
    }
}
