package vn.bamcoso.reporting.completeness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Dots;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** Who has sent a form for a period: one square a commune, a list by state, and for the nation a table of provinces. */
@Controller
public class CompletenessPage {
    private final Completeness completeness;
    private final Area areas;
    private final Forms forms;
    private final TileMaps tileMaps;
    private final Desk desk;

    CompletenessPage(Completeness completeness, Area areas, Forms forms, TileMaps tileMaps, Desk desk) {
        this.completeness = completeness;
        this.areas = areas;
        this.forms = forms;
        this.tileMaps = tileMaps;
        this.desk = desk;
    }

    /**
     * @param forms value and label in pairs; so are {@code periods}
     * @param above the user's area, when a part of it is shown
     * @param provinces empty below the nation, where {@code tiles} is null; {@code dots} null for the nation
     * @param zeros places whose report says nothing but zero; {@code said} how many they are, and how many sent in time
     * @param regular false for a form that is expected where it was called for
     * @param missing how many this user may remind; 0 when it is not this user's act
     */
    public record Shown(
            Form form, @Nullable Period period, Place within, @Nullable Place above, LocalDate map, @Nullable LocalDate due, String headline, List<String> forms, List<String> periods,
            List<Completeness.Counts> provinces, Completeness.@Nullable Counts total, @Nullable TileMap tiles, @Nullable Dots dots, List<Group> groups, Set<Integer> zeros, String said, int onePerson, boolean regular, @Nullable String done, int missing) {}

    /** The communes in one state; the first ones are shown, the rest when somebody opens them: a phone shows a province's hundred in ten screens. */
    public record Group(Completeness.State state, List<Completeness.One> places) {
        private static final int SHOWN = 20;

        public List<Completeness.One> first() {
            return places.subList(0, Math.min(SHOWN, places.size()));
        }

        public List<Completeness.One> rest() {
            return places.subList(first().size(), places.size());
        }
    }

    @GetMapping("/completeness")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View completeness(
            @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String map, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Texts texts = Texts.of(locale);
        LocalDate today = desk.today();
        CurrentUser user = CurrentUser.require();
        List<Form> own = forms.all().stream().filter(one -> areas.of(user, one.field()).isPresent()).toList();
        Form asked = !form.isEmpty() ? forms.require(form) : own.stream().findFirst().orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        Place area = areas.of(user, asked.field()).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        Place chosen = areas.chosen(area, within);
        LocalDate day = map.isEmpty() ? today : DateWords.parse(map);
        List<Period> known = forms.recentPeriods(asked, today, 40);
        Period shownPeriod = period.isEmpty() ? Board.usual(known, today) : Period.parse(period);
        String said = done != null && texts.has("reporting.done." + done) ? done : null;
        Place above = chosen.id() == area.id() ? null : area;
        List<String> periods = choices(known, shownPeriod, texts);
        if (shownPeriod == null) {
            return show(new Shown(asked, null, chosen, above, day, null, texts.get("reporting.completeness.nothing", asked.name(texts)), choices(own, texts), periods, List.of(), null, null, null, List.of(), Set.of(), "", 0, false, said, 0));
        }
        forms.requireVersion(asked, shownPeriod);
        LocalDate due = completeness.due(asked, shownPeriod).orElse(null);
        boolean regular = shownPeriod.kind().regular();
        Set<Integer> zeros = completeness.zeros(asked, shownPeriod);
        if (chosen.level().equals("nation")) {
            List<Completeness.Counts> provinces = completeness.provinces(asked, shownPeriod, day);
            Completeness.Counts total = Board.total(provinces, texts);
            return show(new Shown(asked, shownPeriod, chosen, above, day, due, Board.headline(total, shownPeriod, due, today, texts), choices(own, texts), periods, provinces, total, tiles(asked, shownPeriod, provinces, day, texts), null, List.of(),
                    zeros, zeros.isEmpty() ? "" : texts.get("reporting.completeness.zeros", zeros.size()), total.onePerson(), regular, said, reminded(total)));
        }
        List<Completeness.One> places = completeness.places(asked, shownPeriod, chosen.id(), day, today);
        Completeness.Counts counts = Board.counts(chosen, places);
        return show(new Shown(asked, shownPeriod, chosen, above, day, due, Board.headline(counts, shownPeriod, due, today, texts), choices(own, texts), periods, List.of(), null, null, Board.dots(places, texts), groups(places),
                zeros, Board.inTime(counts, (int) places.stream().filter(one -> zeros.contains(one.placeId())).count(), due, today, texts), counts.onePerson(), regular, said, reminded(counts)));
    }

    /** How many of a hundred are approved, province by province. */
    private TileMap tiles(Form form, Period period, List<Completeness.Counts> provinces, LocalDate day, Texts texts) {
        Map<Integer, BigDecimal> percents = new HashMap<>();
        provinces.stream().filter(one -> one.taking() > 0).forEach(one -> percents.put(one.placeId(), BigDecimal.valueOf(100L * one.approved()).divide(BigDecimal.valueOf(one.taking()), 1, RoundingMode.HALF_UP)));
        return tileMaps.of(day, texts.get("reporting.completeness.tiles", form.name(texts), period.label(texts.locale())), "%", percents,
                place -> "/completeness?form=" + form.code() + "&period=" + period.code() + "&within=" + place.key(), null);
    }

    private static int reminded(Completeness.Counts counts) {
        return Reminding.may(CurrentUser.require()) ? counts.unsent() : 0;
    }

    private static View show(Shown shown) {
        return Html.of("reporting/completeness/completeness", "shown", shown);
    }

    private static List<Group> groups(List<Completeness.One> places) {
        List<Group> groups = new ArrayList<>();
        for (Completeness.State state : List.of(Completeness.State.OVERDUE, Completeness.State.RETURNED, Completeness.State.WAITING, Completeness.State.WRITING, Completeness.State.MISSING, Completeness.State.APART, Completeness.State.APPROVED)) {
            List<Completeness.One> in = places.stream().filter(one -> one.state() == state).toList();
            if (!in.isEmpty()) {
                groups.add(new Group(state, in));
            }
        }
        return groups;
    }

    private static List<String> choices(List<Form> own, Texts texts) {
        return own.stream().flatMap(one -> List.of(one.code(), one.name(texts)).stream()).toList();
    }

    private static List<String> choices(List<Period> known, @Nullable Period shown, Texts texts) {
        List<String> choices = new ArrayList<>();
        known.forEach(one -> choices.addAll(List.of(one.code(), one.label(texts.locale()))));
        if (shown != null && !known.contains(shown)) {
            choices.addAll(List.of(shown.code(), shown.label(texts.locale())));
        }
        return choices;
    }
}
