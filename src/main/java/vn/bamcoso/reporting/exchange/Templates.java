package vn.bamcoso.reporting.exchange;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.completeness.Completeness;
import vn.bamcoso.reporting.entry.Sheet;

/** Forms as files: one commune's, with what was known before; or a table of all communes of an area. Filled with what is there. */
@Component
class Templates {
    /** A table of more places carries no formulas: they would weigh more than its values, and the import checks them all. */
    private static final int CHECKED = 500;

    private final Indicators indicators;
    private final Completeness completeness;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Templates(Indicators indicators, Completeness completeness, JdbcClient jdbc, TransactionTemplate transaction) {
        this.indicators = indicators;
        this.completeness = completeness;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param open whether values may be filled in; false for a copy to keep */
    void one(Sheet sheet, boolean open, OutputStream out, Texts texts) {
        Submission submission = sheet.submission();
        List<ExcelColumn> columns = new ArrayList<>(List.of(
                ExcelColumn.text(texts.get("reporting.file.code"), 24), ExcelColumn.text(texts.get("reporting.indicator"), 52), ExcelColumn.text(texts.get("reporting.file.unit"), 12)));
        if (sheet.lastYearName() != null) {
            columns.add(ExcelColumn.text(sheet.lastYearName(), 16).as(ExcelColumn.Form.SHOWN));
        }
        if (sheet.lastName() != null) {
            columns.add(ExcelColumn.text(sheet.lastName(), 16).as(ExcelColumn.Form.SHOWN));
        }
        ExcelColumn value = ExcelColumn.whole(texts.get("reporting.file.value"), 14);
        ExcelColumn remark = ExcelColumn.text(texts.get("reporting.file.remark"), 36);
        columns.add(open ? value.open() : value);
        columns.add(open ? remark.open() : remark);
        int valueAt = columns.size() - 2;
        if (open) {
            columns.add(ExcelColumn.text(texts.get("reporting.file.checked"), 40));
        }
        try (ExcelSheet excel = new ExcelSheet(out, texts.get("reporting.file.sheet"), columns)) {
            excel.title(sheet.form().name(texts));
            excel.note(sheet.place().fullName() + " · " + submission.period().name(texts.locale()) + " · " + sheet.officeName());
            if (open) {
                excel.note(texts.get("reporting.file.how"));
            }
            excel.blank();
            excel.head();
            int first = excel.next();
            Map<String, String> at = new HashMap<>();
            for (int i = 0; i < sheet.asked().size(); i++) {
                at.put(sheet.asked().get(i).indicator(), ExcelSheet.cell(valueAt, first + i));
            }
            for (Sheet.Row row : sheet.asked()) {
                List<@Nullable Object> cells = new ArrayList<>(List.of(row.indicator(), row.label(), row.unit()));
                if (sheet.lastYearName() != null) {
                    cells.add(row.lastYear());
                }
                if (sheet.lastName() != null) {
                    cells.add(row.last());
                }
                cells.add(row.value());
                cells.add(row.remark().isBlank() ? null : row.remark());
                excel.row(cells);
                excel.as(valueAt, form(indicators.require(row.indicator())));
                if (open) {
                    SheetChecks.limit(excel, valueAt, excel.next() - 1, excel.next() - 1, indicators.require(row.indicator()), texts);
                    String said = SheetChecks.sentences(sheet.version().checks().stream().filter(check -> check.at().equals(row.indicator())).toList(), at, texts);
                    if (said != null) {
                        excel.formula(valueAt + 2, said);
                    }
                }
            }
            if (open) {
                excel.offer(valueAt + 1, first, excel.next() - 1, List.of(texts.get("reporting.file.remarks").split(";")), false, "", "");
            }
            for (Sheet.Answer answer : sheet.answers()) {
                List<@Nullable Object> cells = new ArrayList<>(Collections.nCopies(valueAt + 2, null));
                cells.set(0, answer.key());
                cells.set(1, answer.question() + (answer.required() ? " (" + texts.get("reporting.draft.question.required") + ")" : ""));
                cells.set(valueAt + 1, answer.text().isBlank() ? null : answer.text());
                excel.row(cells);
            }
            if (open) {
                excel.lockWith(new TemplateKey(sheet.form().code(), sheet.version().number(), submission.period().code(), sheet.place().key()).text());
            }
        }
    }

    /** One row a commune of the area that is expected to report, one column an indicator. Nothing is written within a transaction: with the first bytes of an answer its session is kept. */
    void many(Form form, Form.Version version, Period period, List<Completeness.One> places, OutputStream out, Texts texts) {
        List<ExcelColumn> columns = new ArrayList<>(List.of(ExcelColumn.text(texts.get("reporting.file.key"), 21), ExcelColumn.text(texts.get("reporting.file.name"), 26)));
        for (Form.Line line : version.asked()) {
            Indicator indicator = indicators.require(line.indicator());
            columns.add(ExcelColumn.whole(Titles.of(line, indicator, texts), 15).as(form(indicator)).under(line.group(texts)).open());
        }
        boolean checked = !version.checks().isEmpty() && places.size() <= CHECKED;
        if (checked) {
            columns.add(ExcelColumn.text(texts.get("reporting.file.checked"), 40));
        }
        Map<Integer, BigDecimal[]> there = cells(form, period);
        try (ExcelSheet excel = new ExcelSheet(out, texts.get("reporting.file.sheet"), columns)) {
            excel.title(form.name(texts) + " · " + period.name(texts.locale()));
            excel.note(texts.get("reporting.file.how.many"));
            excel.blank();
            excel.head();
            int first = excel.next();
            for (Completeness.One place : places) {
                excel.row(row(place, there.get(place.placeId()), version.asked().size()));
                if (checked) {
                    Map<String, String> at = new HashMap<>();
                    for (int i = 0; i < version.asked().size(); i++) {
                        at.put(version.asked().get(i).indicator(), ExcelSheet.cell(i + 2, excel.next() - 1));
                    }
                    String said = SheetChecks.sentences(version.checks(), at, texts);
                    if (said != null) {
                        excel.formula(columns.size() - 1, said);
                    }
                }
            }
            for (int i = 0; i < version.asked().size(); i++) {
                SheetChecks.limit(excel, i + 2, first, excel.next() - 1, indicators.require(version.asked().get(i).indicator()), texts);
            }
            excel.lockWith(new TemplateKey(form.code(), version.number(), period.code(), null).text());
        }
    }

    void manyCsv(Form form, Form.Version version, Period period, List<Completeness.One> places, Appendable out, Texts texts) {
        CsvWriter csv = new CsvWriter(out, texts.locale());
        csv.key(new TemplateKey(form.code(), version.number(), period.code(), null).text());
        List<String> head = new ArrayList<>(List.of(texts.get("reporting.file.key"), texts.get("reporting.file.name")));
        version.asked().forEach(line -> head.add(Titles.of(line, indicators.require(line.indicator()), texts)));
        csv.row(head);
        Map<Integer, BigDecimal[]> there = cells(form, period);
        places.forEach(place -> csv.row(row(place, there.get(place.placeId()), version.asked().size())));
    }

    private static List<@Nullable Object> row(Completeness.One place, BigDecimal @Nullable [] cells, int width) {
        List<@Nullable Object> row = new ArrayList<>(List.of(place.key(), place.name()));
        row.addAll(cells == null ? Collections.nCopies(width, null) : java.util.Arrays.asList(cells));
        return row;
    }

    /** What was sent last, by place, in the order of the form. */
    private Map<Integer, BigDecimal[]> cells(Form form, Period period) {
        Map<Integer, BigDecimal[]> cells = new HashMap<>();
        transaction.executeWithoutResult(running -> jdbc.sql("""
                        select s.place_id, r.cells from reporting.submission s
                        join reporting.revision r on r.submission_id = s.id and r.number = coalesce(s.approved_revision, s.revision)
                        where s.form_id = :form and s.period = :period""")
                .param("form", form.id())
                .param("period", period.code())
                .query((row, n) -> cells.put(row.getInt("place_id"), (BigDecimal[]) row.getArray("cells").getArray()))
                .list());
        return cells;
    }

    private static ExcelColumn.Form form(Indicator indicator) {
        return switch (indicator.decimals()) {
            case 0 -> ExcelColumn.Form.WHOLE;
            case 1 -> ExcelColumn.Form.ONE_DECIMAL;
            default -> ExcelColumn.Form.TWO_DECIMALS;
        };
    }
}
