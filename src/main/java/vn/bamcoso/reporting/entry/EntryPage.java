package vn.bamcoso.reporting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.approval.Presenting;
import vn.bamcoso.reporting.submission.Desk;
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

    EntryPage(Submissions submissions, Sheets sheets, CellSaving saving, Presenting presenting, Desk desk) {
        this.submissions = submissions;
        this.sheets = sheets;
        this.saving = saving;
        this.presenting = presenting;
        this.desk = desk;
    }

    /**
     * @param typed what the user had written and was refused, by indicator; shown again instead of what is kept
     * @param wrong sentences about single cells, by indicator
     */
    public record Shown(Sheet sheet, String under, String saved, @Nullable String refused, List<String> reasons,
            Map<String, String> typed, Map<String, List<String>> wrong) {
        public String typedOr(Sheet.Row row) {
            return typed.getOrDefault(row.indicator(), row.written());
        }

        public List<String> errors(Sheet.Row row) {
            return wrong.getOrDefault(row.indicator(), row.errors());
        }

        /** Whether there is something to be said about the cell, or was. */
        public boolean noted(Sheet.Row row) {
            return row.noted() || wrong.containsKey(row.indicator()) || refused != null && row.empty();
        }

        /** The rows about which something else may have to be said after this cell changed. */
        public List<Sheet.Row> affected(String indicator) {
            var beside = sheet.version().checks().stream().filter(check -> check.part().equals(indicator) || check.whole().equals(indicator)).map(vn.bamcoso.reporting.Form.Check::part).toList();
            return sheet.asked().stream().filter(row -> row.indicator().equals(indicator) || beside.contains(row.indicator())).toList();
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

    /** Saves one cell while the user goes on typing; answers with what is now to be said beside the cells. */
    @PostMapping("/submissions/{id}/cells/{indicator}")
    View saveCell(@PathVariable long id, @PathVariable String indicator, @RequestParam Map<String, String> fields, Locale locale) {
        Texts texts = Texts.of(locale);
        Submission submission = submissions.require(id);
        Map<String, List<String>> wrong = Map.of();
        int status = 200;
        try {
            saving.save(id, written(submission, indicator, fields).map(List::of).orElse(List.of()), texts);
        } catch (Problem refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            wrong = Map.of(indicator, refused.faults().stream().map(fault -> texts.get(fault.code(), fault.args().toArray())).toList());
            status = refused.kind() == Problem.Kind.CONFLICT ? 409 : 422;
        }
        Sheet sheet = sheets.draft(submissions.require(id), texts);
        return Html.of("reporting/entry/saved", "shown", shown(sheet, texts, null, List.of(), Map.of(), wrong), "indicator", indicator).status(status);
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
            for (Problem.Fault fault : refused.faults()) {
                String sentence = texts.get(fault.code(), fault.args().toArray());
                sheet.asked().stream().filter(row -> row.indicator().equals(fault.where())).findFirst().ifPresentOrElse(
                        row -> {
                            wrong.computeIfAbsent(row.indicator(), code -> new ArrayList<>()).add(sentence);
                            reasons.add(row.label() + ": " + sentence);
                        },
                        () -> reasons.add(fault.where() + ": " + sentence));
            }
        }
        return Html.of("reporting/entry/entry", "shown", shown(sheet, texts, refused == null ? null : texts.get(refused), reasons, typed, wrong));
    }

    private Shown shown(Sheet sheet, Texts texts, @Nullable String refused, List<String> reasons, Map<String, String> typed, Map<String, List<String>> wrong) {
        Submission submission = sheet.submission();
        Instant last = sheet.rows().stream().map(Sheet.Row::changedAt).filter(java.util.Objects::nonNull).max(Instant::compareTo).orElse(null);
        String saved = last == null ? texts.get("reporting.entry.not-saved") : texts.get("reporting.entry.saved", DateWords.minute(last, texts.locale()));
        int look = sheet.wrong() + (int) sheet.rows().stream().filter(row -> row.unexplained() && row.value() != null).count();
        String counts = texts.get("reporting.entry.counts", sheet.filled(), sheet.asked().size()) + (look == 0 ? "" : texts.get("reporting.entry.second-look", look));
        String days = submission.period().start() == null
                ? submission.period().label(texts.locale())
                : submission.period().kind().regular() ? DateWords.range(submission.period().start(), submission.period().end(), texts.locale()) : submission.period().label(texts.locale());
        String under = submission.due() == null ? days : texts.get("reporting.entry.under", days, DateWords.withWeekday(submission.due(), texts.locale()));
        return new Shown(sheet, under, saved + " · " + counts, refused, reasons, typed, wrong);
    }

    private List<CellSaving.Written> written(Submission submission, Map<String, String> fields) {
        List<CellSaving.Written> cells = new ArrayList<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith("v."))
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
        return java.util.Optional.of(new CellSaving.Written(indicator, value, remark, Integer.parseInt(fields.getOrDefault("n." + indicator, "0"))));
    }
}
