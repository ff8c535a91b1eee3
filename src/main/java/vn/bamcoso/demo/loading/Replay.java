package vn.bamcoso.demo.loading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.demo.nation.Batch;
import vn.bamcoso.demo.nation.Sheet;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;

/**
 * Enters what the communes sent over the years as if it had been sent then: reports with all their sendings and steps, as
 * one file of the import path for each form and period, and the figures with the minute from which they were known. Only
 * the demonstration may look back like this; everybody else records what is known now.
 */
class Replay {
    private static final String RETURNED = "Đề nghị rà soát lại số vụ việc đã giải quyết, đối chiếu với sổ theo dõi rồi gửi lại.";
    private static final String CORRECTED = "Đính chính do nhập nhầm khi tổng hợp.";

    /** Who wrote, signed and approved what nobody of the demonstration users did: identity.app_user ids. */
    record Hands(int clerk, int chief, int staff) {}

    private final JdbcTemplate jdbc;
    private final Forms forms;
    private final Figures figures;
    private final Hands hands;

    Replay(JdbcTemplate jdbc, Forms forms, Figures figures, Hands hands) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.figures = figures;
        this.hands = hands;
    }

    /** Joins the caller's transaction. @return how many values stand in them */
    @Transactional(propagation = Propagation.MANDATORY)
    long load(List<Batch> batches) {
        jdbc.execute("set local work_mem = '128MB'");
        Arrays.stream(sql("replay-tables.sql").split(";")).forEach(jdbc::execute);
        int sheets = copy(batches);
        run("replay-hands.sql");
        jdbc.execute("analyze replay_report, replay_sending, replay_file, replay_hand");
        run("replay-reports.sql");
        jdbc.execute("analyze replayed");
        run("replay-sendings.sql");
        run("replay-drafts.sql");
        long[] ids = new long[sheets];
        jdbc.query("select no, id from replayed", row -> {
            ids[row.getInt(1)] = row.getLong(2);
        });
        record(lots(batches, ids, false));
        record(lots(batches, ids, true));
        jdbc.execute("drop table replay_report, replay_sending, replay_file, replayed, replay_hand");
        return batches.stream().mapToLong(Batch::figures).sum();
    }

    private int copy(List<Batch> batches) {
        var reports = new Copying(jdbc, "replay_report");
        var sendings = new Copying(jdbc, "replay_sending");
        var files = new Copying(jdbc, "replay_file");
        int no = 0;
        for (int file = 0; file < batches.size(); file++) {
            Batch batch = batches.get(file);
            Form form = forms.require(batch.form());
            Optional<Form.Version> version = forms.versionFor(form, batch.period());
            LocalDate due = version.flatMap(found -> found.chain().due(found.chain().first(), batch.period(), batch.period().end())).orElse(null);
            Short formId = version.isPresent() ? form.id() : null;
            Instant last = batch.sheets().stream().map(Sheet::sent).max(Instant::compareTo).orElseThrow();
            files.row(file, "minh-hoa-" + batch.form() + "-" + batch.period().code() + ".csv", formId, form.field(), batch.period().code(), last, batch.sheets().size());
            if (version.isPresent() && !version.get().regular() && form.code().equals("thu-nhan-cccd")) {
                call(form, batch, due);
            }
            int[] order = version.map(found -> found.asked().stream().mapToInt(line -> batch.indicators().indexOf(line.indicator())).toArray()).orElse(null);
            for (Sheet sheet : batch.sheets()) {
                String status = sheet.approved() != null ? "approved" : sheet.returned() != null ? "returned" : "submitted";
                int revisions = sheet.earlier() != null || sheet.approved() != null && sheet.returned() != null ? 2 : 1;
                boolean late = due != null && LocalDate.ofInstant(firstSent(sheet), VietnamTime.ZONE).isAfter(due);
                reports.row(no, formId, version.map(Form.Version::id).orElse(null), form.field(), batch.period().code(), batch.period().start(), batch.period().end(),
                        sheet.commune().placeId(), status, revisions, due, late, sheet.sent(), sheet.approved());
                send(sendings, no++, file, sheet, order, batch.indicators());
            }
        }
        reports.send();
        sendings.send();
        files.send();
        return no;
    }

    /** The card campaign was called for day by day: in the nation, or in the one province that reported. */
    private void call(Form form, Batch batch, LocalDate due) {
        List<Short> homes = batch.sheets().stream().map(sheet -> sheet.commune().home()).distinct().toList();
        JdbcClient.create(jdbc).sql("""
                        insert into reporting.call (form_id, period, period_end, due, within_id, called_by, called_at, note)
                        select :form, :period, :end, :due, place_id, 0, :end::date - interval '10 days', 'Dữ liệu minh họa'
                        from territory.pub_place where level = :level and home = :home and valid_from <= :end and :end < valid_to""")
                .param("form", form.id())
                .param("period", batch.period().code())
                .param("end", batch.period().end())
                .param("due", due)
                .param("level", homes.size() == 1 ? "province" : "nation")
                .param("home", homes.size() == 1 ? homes.getFirst() : 0)
                .update();
    }

    private static Instant firstSent(Sheet sheet) {
        return sheet.earlier() != null ? sheet.earlier().sent() : sheet.approved() != null && sheet.returned() != null ? sheet.returned().minusSeconds(70_000) : sheet.sent();
    }

    private static void send(Copying sendings, int no, int file, Sheet sheet, int[] order, List<String> indicators) {
        String codes = order == null ? "{" + String.join(",", indicators) + "}" : null;
        String cells = cells(sheet.values(), order);
        if (sheet.earlier() != null) {
            sendings.row(no, 1, codes, cells(sheet.earlier().values(), order), null, sheet.earlier().sent(), "approved", sheet.earlier().approved(), null, file);
            sendings.row(no, 2, codes, cells, CORRECTED, sheet.sent(), "approved", sheet.approved(), null, file);
        } else if (sheet.approved() == null) {
            sendings.row(no, 1, codes, cells, null, sheet.sent(), sheet.returned() == null ? null : "returned", sheet.returned(), sheet.returned() == null ? null : RETURNED, file);
        } else if (sheet.returned() != null) {
            sendings.row(no, 1, codes, cells, null, firstSent(sheet), "returned", sheet.returned(), RETURNED, file);
            sendings.row(no, 2, codes, cells, null, sheet.sent(), "approved", sheet.approved(), null, file);
        } else {
            sendings.row(no, 1, codes, cells, null, sheet.sent(), "approved", sheet.approved(), null, file);
        }
    }

    /** In the order of the form's asked lines, or as they are; nothing where nothing stands. */
    private static String cells(long[] values, int[] order) {
        var cells = new StringBuilder("{");
        int n = order == null ? values.length : order.length;
        for (int i = 0; i < n; i++) {
            int at = order == null ? i : order[i];
            cells.append(i == 0 ? "" : ",");
            if (at < 0 || values[at] == Sheet.EMPTY) {
                cells.append("NULL");
            } else {
                cells.append(values[at]);
            }
        }
        return cells.append('}').toString();
    }

    /** @param corrected false: what was approved first; true: what corrections brought afterwards */
    private static List<Lot> lots(List<Batch> batches, long[] ids, boolean corrected) {
        List<Lot> lots = new ArrayList<>();
        int no = 0;
        for (Batch batch : batches) {
            for (Sheet sheet : batch.sheets()) {
                long id = ids[no++];
                if (sheet.approved() != null && (!corrected || sheet.earlier() != null)) {
                    boolean first = !corrected && sheet.earlier() != null;
                    long[] values = first ? sheet.earlier().values() : sheet.values();
                    lots.add(new Lot(new Origin("submission", id, batch.note()), () -> news(batch, sheet, values).iterator(), first ? sheet.earlier().approved() : sheet.approved()));
                }
            }
        }
        return lots;
    }

    private static List<NewFigure> news(Batch batch, Sheet sheet, long[] values) {
        List<NewFigure> news = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Sheet.EMPTY) {
                news.add(new NewFigure(batch.indicators().get(i), sheet.commune().placeId(), batch.period(), BigDecimal.valueOf(values[i])));
            }
        }
        return news;
    }

    private void record(List<Lot> lots) {
        if (!lots.isEmpty()) {
            figures.recordLots(lots, row -> "số liệu minh họa " + row);
        }
    }

    private void run(String script) {
        JdbcClient.create(jdbc).sql(sql(script)).param("clerk", hands.clerk()).param("chief", hands.chief()).param("staff", hands.staff()).update();
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("vn/bamcoso/demo/loading/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
