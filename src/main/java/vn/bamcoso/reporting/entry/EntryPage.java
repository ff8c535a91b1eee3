package vn.bamcoso.reporting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.approval.Presenting;
import vn.bamcoso.reporting.attachment.Attachments;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.History;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** The clerk's page: the form as a table, saved while typing; without JavaScript by a button. */
@Controller
public class EntryPage {
    private final Submissions submissions;
    private final Sheets sheets;
    private final CellSaving saving;
    private final Presenting presenting;
    private final Desk desk;
    private final Indicators indicators;
    private final History history;
    private final Attachments attachments;
    private final JsonMapper json;

    EntryPage(Submissions submissions, Sheets sheets, CellSaving saving, Presenting presenting, Desk desk, Indicators indicators, History history, Attachments attachments, JsonMapper json) {
        this.submissions = submissions;
        this.sheets = sheets;
        this.saving = saving;
        this.presenting = presenting;
        this.desk = desk;
        this.indicators = indicators;
        this.history = history;
        this.attachments = attachments;
        this.json = json;
    }

    /**
     * @param said why it came back
     * @param rules what the page checks and computes while the user types, as JSON
     * @param words the sentences that the page itself says, as JSON
     * @param wanted what the chief or the superior wants changed at single cells, by indicator
     * @param typed what the user had written and was refused, by indicator; shown again instead of what is kept
     * @param wrong sentences about single cells, by indicator
     */
    public record Shown(Sheet sheet, String under, History.@Nullable Said said, String saved, String rules, String words, Map<String, String> wanted, List<Attachments.Attachment> attachments, @Nullable String refused, List<String> reasons,
            Map<String, String> typed, Map<String, List<String>> wrong) {
        public String typedOr(Sheet.Row row) {
            return typed.getOrDefault(row.indicator(), row.written());
        }

        public String typedOr(Sheet.Answer answer) {
            return typed.getOrDefault(answer.key(), answer.text());
        }

        public List<String> errors(Sheet.Answer answer) {
            return wrong.getOrDefault(answer.key(), List.of());
        }

        public List<String> errors(Sheet.Row row) {
            return wrong.getOrDefault(row.indicator(), row.errors());
        }

        /** Whether there is something to be said about the cell, or was. */
        public boolean noted(Sheet.Row row) {
            return row.noted() || wanted.containsKey(row.indicator()) || wrong.containsKey(row.indicator()) || refused != null && row.empty();
        }
    }

    @GetMapping("/submissions/{id}/entry")
    View entry(@PathVariable long id, Locale locale) {
        Submission submission = submissions.require(id);
        if (!submission.status().open() || !desk.mayDraft(CurrentUser.require(), submission)) {
            return Redirect.to("/submissions/" + id);
        }
        return page(submission, Texts.of(locale), null, Map.of());
    }

    /** Saves all cells at once: the button of a page without JavaScript. */
    @PostMapping("/submissions/{id}/cells")
    View save(@PathVariable long id, @RequestParam Map<String, String> fields, Locale locale) {
        Texts texts = Texts.of(locale);
        try {
            saving.save(id, written(submissions.require(id), fields), texts);
        } catch (Problem refused) {
            return again(id, refused, fields, texts);
        }
        return Redirect.to("/submissions/" + id + "/entry");
    }

    /** Saves and puts the draft before the chief. */
    @PostMapping("/submissions/{id}/presentation")
    View present(@PathVariable long id, @RequestParam Map<String, String> fields, @RequestParam int lock, Locale locale) {
        Texts texts = Texts.of(locale);
        try {
            presenting.present(id, lock, written(submissions.require(id), fields), texts);
        } catch (Problem refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            return again(id, refused, fields, texts);
        }
        return Redirect.to("/submissions/" + id + "?done=presented");
    }

    private View again(long id, Problem refused, Map<String, String> fields, Texts texts) {
        return page(submissions.require(id), texts, refused, fields).status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
    }

    private Html page(Submission submission, Texts texts, @Nullable Problem refused, Map<String, String> fields) {
        Sheet sheet = sheets.draft(submission, texts);
        Map<String, String> typed = new java.util.HashMap<>();
        Map<String, List<String>> wrong = new java.util.HashMap<>();
        List<String> reasons = new ArrayList<>();
        if (refused != null) {
            sheet.asked().forEach(row -> {
                if (fields.containsKey("v." + row.indicator())) {
                    typed.put(row.indicator(), fields.get("v." + row.indicator()));
                }
            });
            sheet.answers().stream().filter(answer -> fields.containsKey("r." + answer.key())).forEach(answer -> typed.put(answer.key(), fields.get("r." + answer.key())));
            for (Problem.Fault fault : refused.faults()) {
                String sentence = texts.get(fault.code(), fault.args().toArray());
                sheet.answers().stream().filter(answer -> answer.key().equals(fault.where())).forEach(answer -> wrong.computeIfAbsent(answer.key(), key -> new ArrayList<>()).add(sentence));
                sheet.asked().stream().filter(row -> row.indicator().equals(fault.where())).findFirst().ifPresentOrElse(
                        row -> {
                            wrong.computeIfAbsent(row.indicator(), code -> new ArrayList<>()).add(sentence);
                            reasons.add(row.label() + ": " + sentence);
                        },
                        () -> reasons.add(sheet.answers().stream().filter(answer -> answer.key().equals(fault.where())).findFirst().map(Sheet.Answer::question).orElse(fault.where()) + ": " + sentence));
            }
        }
        return Html.of("reporting/entry/entry", "shown", shown(sheet, texts, refused == null ? null : texts.get(refused), reasons, typed, wrong));
    }

    private Shown shown(Sheet sheet, Texts texts, @Nullable String refused, List<String> reasons, Map<String, String> typed, Map<String, List<String>> wrong) {
        Submission submission = sheet.submission();
        String days = submission.period().start() == null
                ? submission.period().label(texts.locale())
                : submission.period().kind().regular() && !submission.period().end().equals(submission.period().start()) ? DateWords.range(submission.period().start(), submission.period().end(), texts.locale()) : submission.period().label(texts.locale());
        String under = submission.due() == null ? days : texts.get("reporting.entry.under", days, DateWords.withWeekday(submission.due(), texts.locale()));
        return new Shown(sheet, under, history.said(submission).orElse(null), saved(sheet, texts), rules(sheet, texts), words(texts), history.wanted(submission), attachments.of(submission.id()), refused, reasons, typed, wrong);
    }

    /** When it was last kept, and how much of it is filled in. */
    static String saved(Sheet sheet, Texts texts) {
        Instant last = Stream.concat(sheet.rows().stream().map(Sheet.Row::changedAt), sheet.answers().stream().map(Sheet.Answer::changedAt)).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
        String saved = last == null ? texts.get("reporting.entry.not-saved") : texts.get("reporting.entry.saved", DateWords.minute(last, texts.locale()));
        int look = sheet.wrong() + (int) sheet.rows().stream().filter(row -> row.unexplained() && row.value() != null).count();
        return saved + " · " + texts.get("reporting.entry.counts", sheet.filled(), sheet.asked().size()) + (look == 0 ? "" : texts.get("reporting.entry.second-look", look));
    }

    /** What the page can tell while the user types: the form's hard checks, and what it computes from its own cells. */
    private String rules(Sheet sheet, Texts texts) {
        List<Map<String, String>> checks = sheet.version().checks().stream()
                .map(check -> Map.of("left", check.part(), "right", check.whole(), "relation", check.relation(), "at", check.at(), "hard", String.valueOf(check.hard()), "sentence", check.sentence(texts)))
                .toList();
        List<Map<String, String>> formulas = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            String formula = row.asked() ? null : indicators.require(row.indicator()).formula();
            if (formula != null) {
                formulas.add(Map.of("cell", row.indicator(), "formula", formula, "decimals", String.valueOf(indicators.require(row.indicator()).decimals())));
            }
        }
        return json.writeValueAsString(Map.of("checks", checks, "formulas", formulas));
    }

    private String words(Texts texts) {
        Map<String, String> words = new java.util.TreeMap<>();
        for (String word : List.of("keep", "take", "waiting", "closed", "by", "pasted", "signin")) {
            words.put(word, texts.get("reporting.entry.live." + word));
        }
        return json.writeValueAsString(words);
    }

    private List<CellSaving.Written> written(Submission submission, Map<String, String> fields) {
        List<CellSaving.Written> cells = new ArrayList<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith("v.") || name.startsWith("r." + Questions.PREFIX))
                .sorted()
                .forEach(name -> written(submission, name.substring(2), fields).ifPresent(cells::add));
        return cells;
    }

    /** Empty when the user left the cell as it was shown, whatever stands there now. */
    private java.util.Optional<CellSaving.Written> written(Submission submission, String indicator, Map<String, String> fields) {
        String value = fields.getOrDefault("v." + indicator, "");
        String remark = fields.getOrDefault("r." + indicator, "");
        if (value.strip().equals(fields.getOrDefault("was." + indicator, "").strip()) && remark.strip().equals(fields.getOrDefault("said." + indicator, "").strip())) {
            return java.util.Optional.empty();
        }
        String seen = fields.getOrDefault("n." + indicator, "");
        return java.util.Optional.of(new CellSaving.Written(indicator, value, remark, seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0));
    }
}
