package vn.bamcoso.reporting.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.reporting.form.FormFile;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The desk at which forms are made: the head, the table of lines, how it was understood, a trial on past figures, the release. */
@Controller
public class DraftPages {
    private static final List<String> KINDS = List.of("day", "week", "month", "quarter", "half_year", "nine_months", "year", "as_of", "open", "span");
    private static final List<String> RULES = List.of("official", "calendar", "movement", "as_of");
    private static final List<String> LEVELS = List.of("commune", "province", "nation");
    private static final List<String> APPROVERS = List.of("provincial", "ministry");
    private final Drafts drafts;
    private final Releasing releasing;
    private final Choosing choosing;
    private final Trial trial;
    private final Places places;
    private final JdbcClient jdbc;
    private final Desk desk;

    DraftPages(Drafts drafts, Releasing releasing, Choosing choosing, Trial trial, Places places, JdbcClient jdbc, Desk desk) {
        this.drafts = drafts;
        this.releasing = releasing;
        this.choosing = choosing;
        this.trial = trial;
        this.places = places;
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /**
     * @param errors sentences by field of the head; {@code rows} by number of the line; {@code choices} value and label in pairs
     * @param refused the sentence when a release or a save was refused
     */
    public record Shown(Draft.Kept kept, LineTable.Read read, Map<String, String> errors, Map<Integer, List<String>> rows, List<FormFile.Question> questions, Map<String, List<String>> choices, String owner,
            @Nullable String refused) {
        public Draft draft() {
            return kept.draft();
        }

        public boolean ready() {
            return read.faults().isEmpty();
        }
    }

    public record Listed(List<Draft.Kept> drafts, String owner) {}

    public record TrialShown(Draft.Kept kept, String within, String period, Trial.@Nullable Tried tried, @Nullable String refused) {}

    @GetMapping("/forms/drafts")
    View list(Locale locale) {
        return Html.of("reporting/draft/drafts", "listed", new Listed(drafts.mine(), owner(Texts.of(locale))));
    }

    @PostMapping("/forms/drafts")
    View begin(@RequestParam(required = false) @Nullable String form) {
        return Redirect.to("/forms/drafts/" + drafts.begin(form == null || form.isBlank() ? null : form));
    }

    @GetMapping("/forms/drafts/{id}")
    View one(@PathVariable int id, Locale locale) {
        Draft.Kept kept = drafts.get(id);
        return kept.released() != null ? Redirect.to("/forms/" + kept.formCode()) : page(kept, null, Texts.of(locale));
    }

    @PostMapping("/forms/drafts/{id}")
    View save(@PathVariable int id, @RequestParam int version, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Texts texts = Texts.of(locale);
        Draft.Kept before = drafts.get(id);
        Draft written = null;
        try {
            written = read(sent);
            drafts.save(id, version, chosen(written, sent));
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.FORBIDDEN || refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            Draft shown = written == null ? before.draft() : written;
            return page(new Draft.Kept(before.id(), before.formId(), before.formCode(), before.ownerId(), shown, before.version(), before.released(), before.discarded(), before.changedAt(), before.changedBy()),
                    texts.get(refused), texts).status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
        }
        if (sent.containsKey("release")) {
            try {
                return Redirect.to("/forms/" + releasing.release(id, drafts.get(id).version(), texts) + "?done=released");
            } catch (Problem refused) {
                if (refused.faults().isEmpty()) {
                    throw refused;
                }
                return page(drafts.get(id), texts.get(refused), texts).status(422);
            }
        }
        return Redirect.to("/forms/drafts/" + id + (sent.containsKey("try") ? "/trial" : "#lines"));
    }

    @PostMapping("/forms/drafts/{id}/discarding")
    View discard(@PathVariable int id) {
        drafts.discard(id);
        return Redirect.to("/forms/drafts");
    }

    @GetMapping("/forms/drafts/{id}/trial")
    View tried(@PathVariable int id, @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String period, Locale locale) {
        Draft.Kept kept = drafts.get(id);
        Texts texts = Texts.of(locale);
        PeriodRule rule = PeriodRule.valueOf(kept.draft().rule().toUpperCase(Locale.ROOT));
        String proposed = kept.draft().kinds().isEmpty() ? "@" + desk.today() : rule.lastOver(Releasing.kind(kept.draft().kinds().getFirst()), desk.today()).map(Period::code).orElse("@" + desk.today());
        String asked = period.isBlank() ? proposed : period.strip();
        try {
            Place place = within.isBlank() ? places.byId(kept.ownerId() == null ? places.nation().id() : kept.ownerId(), desk.today()).orElseThrow() : places.meant(within, desk.today(), one -> true);
            return Html.of("reporting/draft/trial", "shown", new TrialShown(kept, within, asked, trial.of(releasing.read(kept, texts), place, Period.parse(asked), texts), null));
        } catch (Problem refused) {
            return Html.of("reporting/draft/trial", "shown", new TrialShown(kept, within, asked, null, texts.get(refused))).status(422);
        }
    }

    private Html page(Draft.Kept kept, @Nullable String refused, Texts texts) {
        LineTable.Read read = releasing.read(kept, texts);
        Map<String, String> errors = new LinkedHashMap<>();
        Map<Integer, List<String>> rows = new LinkedHashMap<>();
        read.faults().forEach(fault -> {
            String sentence = texts.get(fault.code(), fault.args().toArray());
            if (fault.where().matches("\\d+")) {
                rows.computeIfAbsent(Integer.valueOf(fault.where()), row -> new ArrayList<>()).add(sentence);
            } else {
                errors.merge(fault.where(), sentence, (one, two) -> one + " " + two);
            }
        });
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("rule", pairs(RULES, rule -> PeriodRule.valueOf(rule.toUpperCase(Locale.ROOT)).label(texts.locale())));
        choices.put("level", pairs(LEVELS, level -> texts.get("reporting.draft.level." + level)));
        choices.put("approver", pairs(APPROVERS, office -> texts.get("reporting.draft.approver." + office)));
        choices.put("kinds", pairs(KINDS, kind -> Releasing.kind(kind).label(texts.locale())));
        choices.put("breakdown", choosing.breakdowns(true, texts.locale()));
        choices.put("crossed", Stream.concat(Stream.of("", texts.get("reporting.draft.not-crossed")), choosing.breakdowns(false, texts.locale()).stream()).toList());
        choices.put("known", Stream.concat(Stream.of("", texts.get("reporting.draft.choose-indicator")), choosing.indicators(kept.draft().level(), texts.locale()).stream()).toList());
        Map<String, String> fields = fields(texts);
        choices.put("field", pairs(fields.keySet(), fields::get));
        return Html.of("reporting/draft/draft", "shown", new Shown(kept, read, errors, rows, releasing.questions(kept, new ArrayList<>()), choices, owner(texts), refused));
    }

    private String owner(Texts texts) {
        var owner = drafts.owner();
        return owner.place() == null ? texts.get("figures.making.owner.ministry") : texts.get("figures.making.owner.province", owner.place().fullName());
    }

    private static List<String> pairs(Collection<String> values, java.util.function.Function<String, String> label) {
        return values.stream().flatMap(value -> Stream.of(value, label.apply(value))).toList();
    }

    private Draft chosen(Draft draft, MultiValueMap<String, String> sent) {
        String act = text(sent, "choose");
        Set<Integer> ticked = sent.getOrDefault("line", List.of()).stream().filter(one -> one.matches("\\d{1,4}")).map(Integer::valueOf).collect(Collectors.toSet());
        return switch (act) {
            case "break", "unbreak" -> draft.withTable(choosing.brokenDown(draft.table(), act, ticked, text(sent, "breakdown"), text(sent, "crossed")));
            case "indicator" -> text(sent, "known").isEmpty() ? draft : draft.withTable(TableText.withIndicator(draft.table(), text(sent, "known")));
            default -> draft;
        };
    }

    private Draft read(MultiValueMap<String, String> sent) {
        String first = text(sent, "firstEnd");
        LocalDate day = first.isEmpty() ? null : DateWords.parse(first);
        return new Draft(
                text(sent, "nameVi"), text(sent, "nameEn"), text(sent, "aboutVi"), text(sent, "aboutEn"), chosen(sent, "field", fields(Texts.vi()).keySet()), chosen(sent, "level", LEVELS), chosen(sent, "rule", RULES),
                sent.getOrDefault("kinds", List.of()).stream().filter(KINDS::contains).toList(), sent.containsKey("approver") ? chosen(sent, "approver", APPROVERS) : "provincial", text(sent, "deadline"), text(sent, "forwarding"), text(sent, "approval"), text(sent, "receiving"),
                day, sent.containsKey("everywhere"), text(sent, "document"), sent.getFirst("table") == null ? "" : sent.getFirst("table"), text(sent, "questions"));
    }

    /** Names of the fields of work by code. */
    private Map<String, String> fields(Texts texts) {
        Map<String, String> fields = new LinkedHashMap<>();
        jdbc.sql("select code, name_vi, name_en from access.field order by id").query(row -> {
            fields.put(row.getString("code"), row.getString(texts == Texts.en() ? "name_en" : "name_vi"));
        });
        return fields;
    }

    /** What the page offers; something else comes only from an address or a program. */
    private static String chosen(MultiValueMap<String, String> sent, String name, Collection<String> offered) {
        String chosen = text(sent, name);
        if (!offered.contains(chosen)) {
            throw Problem.refused("shell.problem.value", name, chosen);
        }
        return chosen;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
