package vn.bamcoso.reporting.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** Tables that a spreadsheet refreshes by itself: one row a report that was approved, one column an indicator. */
@Controller
public class FeedsPage {
    private static final BigDecimal SMALL = BigDecimal.valueOf(4);

    private final Feeds feeds;
    private final Forms forms;
    private final Indicators indicators;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedsPage(Feeds feeds, Forms forms, Indicators indicators, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.feeds = feeds;
        this.forms = forms;
        this.indicators = indicators;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param made the address just made, shown this once */
    public record Shown(List<One> feeds, List<String> forms, @Nullable String made) {}

    public record One(long id, String form, int periods, String since) {}

    @GetMapping("/feeds")
    View feeds(Locale locale) {
        return page(null, Texts.of(locale));
    }

    @PostMapping("/feeds")
    View make(@RequestParam String form, @RequestParam(defaultValue = "4") int periods, HttpServletRequest request, Locale locale) {
        String path = feeds.make(form, periods);
        return page(ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + path, Texts.of(locale));
    }

    @PostMapping("/feeds/{id}/end")
    View end(@PathVariable long id) {
        feeds.revoke(id);
        return Redirect.to("/feeds");
    }

    private View page(@Nullable String made, Texts texts) {
        List<String> choices = new ArrayList<>();
        forms.all().forEach(form -> choices.addAll(List.of(form.code(), form.name(texts))));
        return Html.of("reporting/feed/feeds", "shown", new Shown(
                feeds.mine().stream().map(feed -> new One(feed.id(), forms.byId(feed.formId()).name(texts), feed.periods(), DateWords.minute(feed.madeAt(), texts.locale()))).toList(), choices, made));
    }

    /** As its owner sees it today; counts of one to four of people outside the force are left out, since nobody knows who opens the table. */
    @GetMapping("/feeds/{word:[A-Za-z0-9_-]{32}}.csv")
    void table(@PathVariable String word, @RequestParam(defaultValue = "vi") String lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Feeds.Opened opened = feeds.open(word, request.getRemoteAddr()).orElseThrow(Problem::notFound);
        Texts texts = lang.equals("en") ? Texts.en() : Texts.vi();
        Form form = forms.byId(opened.formId());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var table = new StringWriter(); // with the first bytes of an answer its session is kept, which no reading transaction can do
        opened.owner().run(() -> transaction.executeWithoutResult(running -> write(form, opened.periods(), new CsvWriter(table, texts.locale()), texts)));
        response.getWriter().append(table.getBuffer()).flush();
    }

    private void write(Form form, int count, CsvWriter csv, Texts texts) {
        List<Period> periods = forms.recentPeriods(form, VietnamTime.today(clock), count);
        Form.Version version = forms.versionOn(form, VietnamTime.today(clock)).orElseThrow(Problem::notFound);
        List<Indicator> asked = version.asked().stream().map(line -> indicators.require(line.indicator())).toList();
        List<Object> head = new ArrayList<>(List.of(texts.get("reporting.feed.period"), texts.get("reporting.file.key"), texts.get("reporting.file.name")));
        asked.forEach(indicator -> head.add(indicator.name(texts.locale())));
        csv.row(head);
        jdbc.sql("""
                        -- Which approved reports of this form are there for these periods, with their values in the order of the form?
                        select s.period, p.key, p.full_name, s.form_version_id, r.cells
                        from reporting.submission s join reporting.revision r on r.submission_id = s.id and r.number = s.approved_revision
                        join territory.pub_place p on p.place_id = s.place_id and p.valid_from <= s.period_end and s.period_end < p.valid_to
                        where s.form_id = :form and s.period = any (:periods) order by s.period_end desc, p.key""")
                .param("form", form.id())
                .param("periods", periods.stream().map(Period::code).toArray(String[]::new))
                .query(row -> {
                    List<String> codes = forms.version(row.getInt("form_version_id")).asked().stream().map(Form.Line::indicator).toList();
                    BigDecimal[] cells = (BigDecimal[]) row.getArray("cells").getArray();
                    List<@Nullable Object> line = new ArrayList<>(List.of(row.getString("period"), row.getString("key"), row.getString("full_name")));
                    for (Indicator indicator : asked) {
                        int at = codes.indexOf(indicator.code());
                        BigDecimal value = at < 0 || at >= cells.length ? null : cells[at];
                        boolean hidden = value != null && indicator.smallCounts() && value.signum() > 0 && value.compareTo(SMALL) <= 0;
                        line.add(hidden ? null : value);
                    }
                    csv.row(line);
                });
    }
}
