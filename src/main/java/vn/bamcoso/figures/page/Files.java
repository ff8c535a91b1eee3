package vn.bamcoso.figures.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Pivot;

/** The table of a figure as a file, saying in its head of which day, on which map and as known when it is. */
@Component
class Files {
    private final Reading reading;
    private final Pivot pivot;

    Files(Reading reading, Pivot pivot) {
        this.reading = reading;
        this.pivot = pivot;
    }

    void csv(Asked asked, Locale locale, HttpServletResponse response) throws IOException {
        Answer answer = pivot.ask(asked.question());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + asked.indicator() + ".csv\"");
        var out = response.getWriter();
        var csv = new CsvWriter(out, locale);
        csv.row(head(locale));
        rows(answer, locale).forEach(csv::row);
        out.flush();
    }

    void excel(Asked asked, Locale locale, HttpServletResponse response) throws IOException {
        Answer answer = pivot.ask(asked.question());
        Indicator indicator = reading.indicator(asked.indicator());
        Texts texts = Texts.of(locale);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + asked.indicator() + ".xlsx\"");
        List<String> head = head(locale);
        var columns = List.of(
                ExcelColumn.text(head.get(0), 26), ExcelColumn.text(head.get(1), 34), ExcelColumn.text(head.get(2), 24), ExcelColumn.whole(head.get(3), 16).as(indicator.decimals() == 0 ? ExcelColumn.Form.WHOLE : indicator.decimals() == 1 ? ExcelColumn.Form.ONE_DECIMAL : ExcelColumn.Form.TWO_DECIMALS),
                ExcelColumn.text(head.get(4), 14), ExcelColumn.whole(head.get(5), 12), ExcelColumn.whole(head.get(6), 12));
        try (var sheet = new ExcelSheet(response.getOutputStream(), asked.indicator(), columns)) {
            sheet.title(indicator.name(locale));
            sheet.note(indicator.definition(locale));
            sheet.note(asked.period().name(locale) + " · " + texts.get("figures.page.map") + " " + DateWords.brief(asked.map(), locale)
                    + (asked.known() == null ? "" : " · " + texts.get("figures.page.known") + " " + DateWords.minute(asked.known(), locale)));
            sheet.blank();
            sheet.head();
            rows(answer, locale).forEach(sheet::row);
        }
    }

    private static List<String> head(Locale locale) {
        Texts texts = Texts.of(locale);
        return List.of("key", texts.get("figures.page.place"), texts.get("figures.page.period"), texts.get("figures.page.value"), texts.get("figures.page.mark"),
                texts.get("figures.page.reported"), texts.get("figures.page.expected"));
    }

    private static List<List<@Nullable Object>> rows(Answer answer, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Texts texts = Texts.of(locale);
        if (answer.total() != null) {
            rows.add(row(answer.total(), answer.total(0, 0), answer, texts));
        }
        answer.lines().forEach(line -> rows.add(row(line, answer.cell(line, 0, 0), answer, texts)));
        return rows;
    }

    private static List<@Nullable Object> row(Answer.Line line, Answer.Cell cell, Answer answer, Texts texts) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(line.spot().key());
        row.add(line.spot().fullName());
        row.add(answer.periods().getFirst().code());
        row.add(cell.value());
        row.add(cell.hidden() ? texts.get("figures.page.hidden") : texts.get("figures.mark." + cell.mark().name().toLowerCase(Locale.ROOT)));
        row.add(cell.reported());
        row.add(cell.expected());
        return row;
    }
}
