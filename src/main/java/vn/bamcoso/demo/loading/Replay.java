package vn.bamcoso.demo.loading;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.demo.nation.Batch;
import vn.bamcoso.demo.nation.Sheet;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.exchange.PastReports;
import vn.bamcoso.reporting.exchange.PastReports.PastFile;
import vn.bamcoso.reporting.exchange.PastReports.PastReport;
import vn.bamcoso.reporting.exchange.PastReports.Sending;

/**
 * Tells what the communes sent over the years as files of the import path, one for each form and period, each report with
 * the way that it went. Only the demonstration may look back like this; everybody else records what is known now.
 */
class Replay {
    private static final String RETURNED = "Đề nghị rà soát lại số vụ việc đã giải quyết, đối chiếu với sổ theo dõi rồi gửi lại.";
    private static final String CORRECTED = "Đính chính do nhập nhầm khi tổng hợp.";
    private static final LocalDate OFFICES_OF_TODAY = LocalDate.of(2025, 7, 1);

    /** Who wrote, signed and approved what nobody of the demonstration users did: identity.app_user ids. */
    record Hands(int clerk, int chief, int staff) {}

    private final JdbcTemplate jdbc;
    private final Forms forms;
    private final PastReports past;
    private final Hands others;
    private final Map<Integer, Integer> clerks = new HashMap<>();
    private final Map<Integer, Integer> chiefs = new HashMap<>();
    private final Map<Short, Integer> staffs = new HashMap<>();

    Replay(JdbcTemplate jdbc, Forms forms, PastReports past, Hands others) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.past = past;
        this.others = others;
    }

    /** Joins the caller's transaction. @return how many values stand in them */
    @Transactional(propagation = Propagation.MANDATORY)
    long load(List<Batch> batches) {
        jdbc.execute("set local work_mem = '128MB'");
        jdbc.query(Sql.beside(Replay.class, "replay-hands.sql"), (RowCallbackHandler) this::hand);
        batches.stream().filter(batch -> batch.form().equals("thu-nhan-cccd")).forEach(this::call);
        return past.load(batches.stream().map(this::file).toList());
    }

    private void hand(ResultSet row) throws SQLException {
        putIfThere(clerks, row.getInt("place_id"), row.getObject("clerk", Integer.class));
        putIfThere(chiefs, row.getInt("place_id"), row.getObject("chief", Integer.class));
        putIfThere(staffs, row.getShort("home"), row.getObject("staff", Integer.class));
    }

    private static <K> void putIfThere(Map<K, Integer> hands, K key, @Nullable Integer user) {
        if (user != null) {
            hands.put(key, user);
        }
    }

    /** The card campaign was called for day by day: in the nation, or in the one province that reported. */
    private void call(Batch batch) {
        Form form = forms.require(batch.form());
        Form.Version version = forms.requireVersion(form, batch.period());
        LocalDate due = version.chain().due(version.chain().first(), batch.period(), batch.period().end()).orElseThrow();
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

    private PastFile file(Batch batch) {
        return new PastFile(
                "minh-hoa-" + batch.form() + "-" + batch.period().code() + ".csv", batch.form(), batch.period(), batch.indicators(),
                batch.sheets().stream().map(sheet -> report(sheet, batch.period().end())).toList(), batch.note());
    }

    private PastReport report(Sheet sheet, LocalDate end) {
        int place = sheet.commune().placeId();
        int staff = end.isBefore(OFFICES_OF_TODAY) ? others.staff() : staffs.getOrDefault(sheet.commune().home(), others.staff());
        return new PastReport(sheet.commune().key(), clerks.getOrDefault(place, others.clerk()), chiefs.getOrDefault(place, others.chief()), staff, sendings(sheet));
    }

    private static List<Sending> sendings(Sheet sheet) {
        Instant approved = sheet.approved();
        Instant returned = sheet.returned();
        if (sheet.earlier() != null) {
            var earlier = sheet.earlier();
            return List.of(
                    sending(earlier.values(), null, earlier.sent(), "approved", earlier.approved(), null),
                    sending(sheet.values(), CORRECTED, sheet.sent(), "approved", Objects.requireNonNull(approved), null));
        }
        if (returned != null && approved != null) {
            return List.of(
                    sending(sheet.values(), null, returned.minusSeconds(70_000), "returned", returned, RETURNED),
                    sending(sheet.values(), null, sheet.sent(), "approved", approved, null));
        }
        return List.of(
                approved != null ? sending(sheet.values(), null, sheet.sent(), "approved", approved, null)
                : returned != null ? sending(sheet.values(), null, sheet.sent(), "returned", returned, RETURNED)
                : sending(sheet.values(), null, sheet.sent(), null, null, null));
    }

    private static Sending sending(long[] values, @Nullable String reason, Instant sent, @Nullable String decision, @Nullable Instant decided, @Nullable String remark) {
        return new Sending(column -> values[column - 1] == Sheet.EMPTY ? Cell.BLANK : new Cell.Number(BigDecimal.valueOf(values[column - 1]), false), reason, sent, decision, decided, remark);
    }
}
