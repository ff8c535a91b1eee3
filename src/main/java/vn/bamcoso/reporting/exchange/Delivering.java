package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.store.Copying;

/** Writes deliveries in one act: the reports, all that was sent, and the figures of what was approved. */
@Component
class Delivering {
    private final JdbcTemplate jdbc;
    private final Figures figures;

    Delivering(JdbcTemplate jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /**
     * @param percent told how much is done, now and then
     * @throws Problem conflict when somebody has changed one of the reports meanwhile; refused when the figures are
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void deliver(List<Delivery> deliveries, IntConsumer percent) {
        Arrays.stream(sql("tables").split(";")).forEach(jdbc::execute);
        int changed = copy(deliveries);
        jdbc.execute("analyze bringing, bringing_sending");
        jdbc.update(sql("reports"));
        if (changed > 0 && jdbc.update(sql("changes")) != changed) {
            throw Problem.conflict("reporting.problem.import-overtaken");
        }
        jdbc.update(sql("sendings"));
        jdbc.update(sql("drafts"));
        long[] ids = new long[deliveries.stream().mapToInt(delivery -> delivery.reports().size()).sum()];
        jdbc.query("select no, submission_id from bringing", row -> {
            ids[row.getInt(1)] = row.getLong(2);
        });
        record(deliveries, ids, Delivering::first, percent);
        record(deliveries, ids, (report, sending) -> sending.approved() && !first(report, sending), percent);
        jdbc.execute("drop table bringing, bringing_sending");
    }

    private static boolean first(Delivery.Report report, Delivery.Sending sending) {
        return sending.approved() && sending == report.sendings().stream().filter(Delivery.Sending::approved).findFirst().orElse(null);
    }

    /** @return how many reports were there before */
    private int copy(List<Delivery> deliveries) {
        var reports = new Copying(jdbc, "bringing");
        var sendings = new Copying(jdbc, "bringing_sending");
        int no = 0;
        int changed = 0;
        for (Delivery delivery : deliveries) {
            var period = delivery.period();
            Short form = delivery.version() == null ? null : delivery.form().id();
            Integer version = delivery.version() == null ? null : delivery.version().id();
            List<String> order = delivery.version() == null ? null : delivery.version().asked().stream().map(Form.Line::indicator).toList();
            for (Delivery.Report report : delivery.reports()) {
                boolean known = report.submission() != null;
                changed += known ? 1 : 0;
                reports.row(no, delivery.kind(), form, version, delivery.form().field(), period.code(), period.start(), period.end(), report.place().id(), report.place().home(), report.office(),
                        report.submission(), known, report.lock(), report.status(), report.last().number(), report.due(), report.late(), report.onePerson(),
                        report.status().equals("submitted") ? report.waitsAt() : null, report.clerk(), report.chief());
                for (Delivery.Sending sending : report.sendings()) {
                    String codes = order == null ? array(sending.cells().keySet().stream()) : null;
                    String cells = array(order == null ? sending.cells().values().stream().map(BigDecimal::toPlainString) : order.stream().map(code -> text(sending.cells().get(code))));
                    sendings.row(no, sending.number(), sending == report.last(), delivery.importId(), codes, cells, sending.reason(), sending.drafted(), sending.sent(),
                            sending.decision(), sending.decided(), sending.by(), sending.remark());
                }
                no++;
            }
        }
        reports.send();
        sendings.send();
        return changed;
    }

    private static String text(@Nullable BigDecimal cell) {
        return cell == null ? "NULL" : cell.toPlainString();
    }

    private static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "{", "}"));
    }

    private void record(List<Delivery> deliveries, long[] ids, BiPredicate<Delivery.Report, Delivery.Sending> which, IntConsumer percent) {
        List<Lot> lots = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        int no = 0;
        for (Delivery delivery : deliveries) {
            for (Delivery.Report report : delivery.reports()) {
                long id = ids[no++];
                report.sendings().stream().filter(sending -> which.test(report, sending) && !sending.news().isEmpty()).forEach(sending -> {
                    lots.add(new Lot(new Origin("submission", id, delivery.note()), () -> news(delivery, report, sending).iterator(), sending.knownFrom()));
                    rows.add(new int[] {sending.news().size(), report.number()});
                });
            }
        }
        if (!lots.isEmpty()) {
            figures.recordLots(lots, n -> where(rows, n), percent);
        }
    }

    private static List<NewFigure> news(Delivery delivery, Delivery.Report report, Delivery.Sending sending) {
        return sending.news().entrySet().stream()
                .map(cell -> new NewFigure(cell.getKey(), report.place().id(), delivery.period(), cell.getValue()))
                .toList();
    }

    /** The row of the file in which the n-th figure stands. */
    private static String where(List<int[]> rows, int n) {
        int seen = 0;
        for (int[] row : rows) {
            seen += row[0];
            if (n <= seen) {
                return String.valueOf(row[1]);
            }
        }
        return String.valueOf(n);
    }

    private static String sql(String name) {
        return Sql.beside(Delivering.class, "deliver-" + name + ".sql");
    }
}
