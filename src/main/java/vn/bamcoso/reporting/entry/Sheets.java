package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.period.Prefilling;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Lays a report out as a {@link Sheet}: the draft that is being written, or a revision as it was sent. */
@Component
public class Sheets {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Indicators indicators;
    private final Known known;
    private final Prefilling prefilling;
    private final Places places;
    private final Offices offices;
    private final Questions questions;
    private final Discretion discretion;

    Sheets(JdbcClient jdbc, Forms forms, Indicators indicators, Known known, Prefilling prefilling, Places places, Offices offices, Questions questions, Discretion discretion) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.indicators = indicators;
        this.known = known;
        this.prefilling = prefilling;
        this.places = places;
        this.offices = offices;
        this.questions = questions;
        this.discretion = discretion;
    }

    private record Cell(String indicator, @Nullable BigDecimal value, @Nullable String remark, int version, @Nullable String changedBy, @Nullable Instant changedAt) {}

    /** The draft as it stands now. */
    @Transactional(readOnly = true)
    public Sheet draft(Submission submission, Texts texts) {
        return lay(submission, cells(submission), submission.status().open(), Set.of(), texts);
    }

    /** A revision as it was sent, with the doubts that its values raise against what is known today. */
    @Transactional(readOnly = true)
    public Sheet frozen(Submission submission, Revision revision, Texts texts) {
        Map<String, Cell> cells = new HashMap<>();
        revision.remarks().forEach((key, said) -> cells.put(key, new Cell(key, null, said, 0, null, null)));
        for (String indicator : revision.indicators()) {
            cells.put(indicator, new Cell(indicator, revision.cells().get(indicator), revision.remarks().get(indicator), 0, null, null));
        }
        Set<String> hidden = discretion.hidden(Stream.concat(revision.indicators().stream(), forms.version(submission.versionId()).lines().stream().map(Form.Line::indicator)).toList());
        cells.keySet().removeAll(hidden);
        return lay(submission, cells, false, hidden, texts);
    }

    /** Lines of the form that concern a place of this kind. */
    public List<Form.Line> lines(Form.Version version, String placeKind) {
        return lines(version, placeKind, indicators.byCode());
    }

    private static List<Form.Line> lines(Form.Version version, String placeKind, Map<String, Indicator> catalogue) {
        return version.lines().stream().filter(line -> concerns(Indicators.require(catalogue, line.indicator()), placeKind)).toList();
    }

    public static boolean concerns(Indicator indicator, String placeKind) {
        return indicator.kinds().isEmpty() || indicator.kinds().contains(placeKind);
    }

    private Map<String, Cell> cells(Submission submission) {
        Map<String, Cell> cells = new HashMap<>();
        jdbc.sql("""
                        select c.indicator, c.value, c.remark, c.version, u.name, c.changed_at
                        from reporting.draft_cell c left join identity.pub_user u on u.user_id = c.changed_by where c.submission_id = :id""")
                .param("id", submission.id())
                .query((row, n) -> new Cell(
                        row.getString("indicator"), row.getBigDecimal("value"), row.getString("remark"), row.getInt("version"), row.getString("name"),
                        Optional.ofNullable(row.getTimestamp("changed_at")).map(Timestamp::toInstant).orElse(null)))
                .list()
                .forEach(cell -> cells.put(cell.indicator(), cell));
        return cells;
    }

    /** @param open a draft: what is counted from records by now is shown and not asked; a report that was sent keeps what it said */
    private Sheet lay(Submission submission, Map<String, Cell> cells, boolean open, Set<String> hidden, Texts texts) {
        Form.Version version = forms.version(submission.versionId());
        Place place = places.byId(submission.placeId(), submission.period().end())
                .orElseGet(() -> places.life(submission.placeId()).getLast());
        Map<String, Indicator> catalogue = indicators.byCode();
        List<Form.Line> lines = lines(version, place.kind(), catalogue);
        List<String> codes = lines.stream().map(Form.Line::indicator).toList();
        Optional<Period> last = known.before(submission);
        Optional<Period> lastYear = submission.period().samePeriodLastYear().filter(period -> !last.equals(Optional.of(period)));
        List<Period> before = Stream.concat(last.stream(), lastYear.stream()).toList();
        List<Map<String, BigDecimal>> values = known.values(codes, before, submission, place);
        Map<String, BigDecimal> lastValues = last.isPresent() ? values.getFirst() : Map.of();
        Map<String, BigDecimal> lastYearValues = lastYear.isPresent() ? values.getLast() : Map.of();
        String lastPhrase = last.or(() -> lastYear).map(period -> period.phrase(texts.locale())).orElse("");
        if (open) {
            cells.keySet().removeIf(code -> catalogue.containsKey(code) && catalogue.get(code).measured(submission.period().end(), null));
        }
        Map<String, List<String>> broken = broken(version, cells, true, texts);
        Map<String, List<String>> soft = broken(version, cells, false, texts);
        expected(version, submission, place, catalogue, cells, lastValues, lastPhrase, texts).forEach((indicator, sentences) -> soft.computeIfAbsent(indicator, code -> new ArrayList<>()).addAll(sentences));
        Set<String> counted = lines.stream().filter(line -> line.asked() && open && Indicators.require(catalogue, line.indicator()).measured(submission.period().end(), null)).map(Form.Line::indicator).collect(Collectors.toSet());
        Map<String, BigDecimal> shownOnly = known.latest(lines.stream().filter(line -> !hidden.contains(line.indicator())).filter(line -> !line.asked() || counted.contains(line.indicator())).map(Form.Line::indicator).toList(), submission, place);
        List<Sheet.Row> rows = new ArrayList<>();
        String group = "";
        for (Form.Line line : lines) {
            Indicator indicator = Indicators.require(catalogue, line.indicator());
            Cell cell = cells.getOrDefault(line.indicator(), new Cell(line.indicator(), null, null, 0, null, null));
            boolean measured = counted.contains(line.indicator());
            boolean asked = line.asked() && !measured;
            BigDecimal value = asked ? cell.value() : shownOnly.get(line.indicator());
            String label = line.label(texts) != null ? line.label(texts) : indicator.name(texts.locale());
            String shown = value == null ? "" : write(value, texts);
            List<String> doubts = asked && value != null
                    ? Stream.concat(
                            Doubts.about(indicator, value, lastValues.get(line.indicator()), lastYearValues.get(line.indicator()), lastPhrase, texts).stream(),
                            soft.getOrDefault(line.indicator(), List.of()).stream()).toList()
                    : List.of();
            rows.add(new Sheet.Row(
                    line.indicator(), group.equals(line.group(texts)) ? null : line.group(texts), label,
                    line.hint(texts) != null ? line.hint(texts) : indicator.definition(texts.locale()), indicator.unit(texts.locale()), asked, measured,
                    asked ? null : "/figures/" + line.indicator(), hidden.contains(line.indicator()) ? null : written(lastValues, line, texts), hidden.contains(line.indicator()) ? null : written(lastYearValues, line, texts),
                    value, shown, cell.remark() == null || !asked ? "" : cell.remark(), cell.version(), cell.changedBy(), cell.changedAt(),
                    broken.getOrDefault(line.indicator(), List.of()), doubts, hidden.contains(line.indicator())));
            group = line.group(texts);
        }
        return new Sheet(
                submission, forms.byId(submission.formId()), version, place,
                offices.byId(submission.officeId(), submission.period().end()).or(() -> offices.byId(submission.officeId(), known.today())).map(office -> office.name()).orElse(""),
                last.map(period -> period.label(texts.locale())).orElse(null), lastYear.map(period -> period.label(texts.locale())).orElse(null), rows, answers(version, cells, texts));
    }

    private List<Sheet.Answer> answers(Form.Version version, Map<String, Cell> cells, Texts texts) {
        return questions.of(version).stream()
                .map(question -> {
                    Cell cell = cells.get(question.key());
                    return new Sheet.Answer(question.key(), question.asked(texts), question.required(), cell == null || cell.remark() == null ? "" : cell.remark(), cell == null ? 0 : cell.version(),
                            cell == null ? null : cell.changedBy(), cell == null ? null : cell.changedAt());
                })
                .toList();
    }

    /** What the values should be, by what is approved already: a cumulative count does not fall, a longer period is the sum of its shorter ones. */
    private Map<String, List<String>> expected(Form.Version version, Submission submission, Place place, Map<String, Indicator> catalogue, Map<String, Cell> cells, Map<String, BigDecimal> lastValues, String lastPhrase, Texts texts) {
        Map<String, List<String>> said = new HashMap<>();
        boolean longer = submission.period().kind().regular() && submission.period().kind() != version.kinds().getFirst() && submission.status().open();
        Map<String, BigDecimal> parts = longer
                ? prefilling.known(version.asked().stream().map(Form.Line::indicator).toList(), submission.period(), place, vn.bamcoso.figures.Level.of(place.level()).orElseThrow()) : Map.of();
        for (Form.Line line : version.asked()) {
            BigDecimal value = value(cells, line.indicator());
            BigDecimal last = lastValues.get(line.indicator());
            BigDecimal sum = parts.get(line.indicator());
            if (value != null && last != null && value.compareTo(last) < 0 && Indicators.require(catalogue, line.indicator()).life().neverFalls()) {
                said.computeIfAbsent(line.indicator(), code -> new ArrayList<>()).add(texts.get("reporting.findings.cell.falls", lastPhrase, write(last, texts)) + " " + texts.get("reporting.doubt.ask"));
            }
            if (value != null && sum != null && value.compareTo(sum) != 0) {
                said.computeIfAbsent(line.indicator(), code -> new ArrayList<>()).add(texts.get("reporting.findings.cell.parts", write(sum, texts)) + " " + texts.get("reporting.doubt.ask"));
            }
        }
        return said;
    }

    /** The sentence of a broken check stands at its first line. */
    private static Map<String, List<String>> broken(Form.Version version, Map<String, Cell> cells, boolean hard, Texts texts) {
        Map<String, List<String>> broken = new HashMap<>();
        version.checks().stream().filter(check -> check.hard() == hard).forEach(check -> check.on(code -> value(cells, code))
                .ifPresent(found -> broken.computeIfAbsent(check.at(), code -> new ArrayList<>()).add(found.sentence(texts, value -> write(value, texts)))));
        return broken;
    }

    private static @Nullable BigDecimal value(Map<String, Cell> cells, String indicator) {
        Cell cell = cells.get(indicator);
        return cell == null ? null : cell.value();
    }

    private static @Nullable String written(Map<String, BigDecimal> values, Form.Line line, Texts texts) {
        BigDecimal value = values.get(line.indicator());
        return value == null ? null : write(value, texts);
    }

    private static String write(BigDecimal value, Texts texts) {
        return Numerals.write(value.stripTrailingZeros(), texts.locale());
    }
}
