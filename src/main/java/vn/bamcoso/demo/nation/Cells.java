package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** On which days each commune police has a Party cell of its own: the same answer that the commune's reports give for their days. */
public final class Cells {
    /** @param to first day without; null while it lasts */
    public record Span(int placeId, short home, LocalDate from, @Nullable LocalDate to) {}

    private static final LocalDate LATER = LocalDate.of(2022, 9, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    private final Country country;
    private final RollOut rollOut;
    private final Strength strength;

    public Cells(Country country, Targets targets) {
        this.country = country;
        this.rollOut = new RollOut(country, targets);
        this.strength = new Strength(rollOut);
    }

    /** By province and place; the spans of one place do not touch. */
    public List<Span> spans() {
        Map<Integer, List<Commune>> states = country.all().stream().filter(commune -> commune.until().getYear() > 2017)
                .collect(Collectors.groupingBy(Commune::placeId, TreeMap::new, Collectors.toList()));
        List<Span> spans = new ArrayList<>();
        states.values().forEach(lives -> spans(lives, spans));
        return spans;
    }

    private void spans(List<Commune> lives, List<Span> spans) {
        LocalDate since = null;
        for (LocalDate day : days(lives)) {
            boolean has = lives.stream().anyMatch(commune -> commune.aliveOn(day) && strength.cell(commune, day));
            if (has && since == null) {
                since = day;
            } else if (!has && since != null) {
                spans.add(new Span(lives.getFirst().placeId(), lives.getFirst().home(), since, day));
                since = null;
            }
        }
        if (since != null) {
            spans.add(new Span(lives.getFirst().placeId(), lives.getFirst().home(), since, null));
        }
    }

    /** Days on which the answer may change. */
    private TreeSet<LocalDate> days(List<Commune> lives) {
        var days = new TreeSet<>(List.of(RollOut.REVIEW.plusDays(1), LATER, MERGER));
        for (Commune commune : lives) {
            days.add(commune.from());
            if (commune.until().getYear() < 9999) {
                days.add(commune.until());
            }
            RollOut.Post post = rollOut.of(commune);
            if (post != null) {
                days.add(post.staffed());
                if (post.cell() != null) {
                    days.add(post.cell());
                }
            }
        }
        return days;
    }
}
