package vn.bamcoso.reporting.power;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.entry.Edge;

/** What each kind of office may decide, on which days, by which document. The Ministry Office enters a power and, when it changes, ends it and enters another. */
@Component
public class Powers {
    static final List<String> KINDS = List.of("ministry", "provincial", "district", "commune");
    private final JdbcClient jdbc;
    private final Edge edge;
    private final Trail trail;
    private final Clock clock;

    Powers(JdbcClient jdbc, Edge edge, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.edge = edge;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param to first day on which it no longer holds; null while it does */
    public record Power(
            int id, String officeKind, String subjectVi, String subjectEn, String basis, String guidanceVi, String guidanceEn, LocalDate from, @Nullable LocalDate to) {
        public String subject(Texts texts) {
            return texts == Texts.en() ? subjectEn : subjectVi;
        }

        public String guidance(Texts texts) {
            return texts == Texts.en() ? guidanceEn : guidanceVi;
        }
    }

    /** English may be left out; then the Vietnamese stands for it. */
    public record New(String officeKind, String subjectVi, String subjectEn, String basis, String guidanceVi, String guidanceEn, LocalDate from) {}

    /** @param day those that hold on it; null: all that ever did */
    @Transactional(readOnly = true)
    public List<Power> on(@Nullable LocalDate day) {
        return jdbc.sql("""
                        select id, office_kind, subject_vi, subject_en, basis, guidance_vi, guidance_en, valid_from, valid_to from reporting.power
                        where :day::date is null or (valid_from <= :day and :day < coalesce(valid_to, 'infinity'))
                        order by array_position(array['ministry', 'provincial', 'district', 'commune'], office_kind), valid_from, id""")
                .param("day", day, java.sql.Types.DATE)
                .query((row, n) -> new Power(row.getInt("id"), row.getString("office_kind"), row.getString("subject_vi"), row.getString("subject_en"), row.getString("basis"),
                        row.getString("guidance_vi"), row.getString("guidance_en"), row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    public static boolean may(CurrentUser user) {
        return user.id() == 0 || user.has("ministry_office");
    }

    /** @throws Problem forbidden; refused when the words or the document are missing */
    @Transactional
    public void add(New wanted) {
        require();
        List<String> texts = new ArrayList<>(List.of(wanted.subjectVi(), wanted.subjectEn(), wanted.basis(), wanted.guidanceVi(), wanted.guidanceEn()));
        if (wanted.subjectVi().isBlank() || wanted.basis().isBlank() || !Set.copyOf(KINDS).contains(wanted.officeKind())) {
            throw Problem.refused("reporting.powers.problem.missing");
        }
        texts.forEach(edge::check);
        jdbc.sql("""
                        insert into reporting.power (office_kind, subject_vi, subject_en, basis, guidance_vi, guidance_en, valid_from, entered_by, entered_at)
                        values (:kind, :vi, :en, :basis, :guidanceVi, :guidanceEn, :from, :user, :now)""")
                .param("kind", wanted.officeKind())
                .param("vi", wanted.subjectVi().strip())
                .param("en", wanted.subjectEn().isBlank() ? wanted.subjectVi().strip() : wanted.subjectEn().strip())
                .param("basis", wanted.basis().strip())
                .param("guidanceVi", wanted.guidanceVi().strip())
                .param("guidanceEn", wanted.guidanceEn().isBlank() ? wanted.guidanceVi().strip() : wanted.guidanceEn().strip())
                .param("from", wanted.from())
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.write("reporting.power.entered", "power:" + wanted.officeKind(), null, wanted);
    }

    /** @param to first day on which it no longer holds */
    @Transactional
    public void end(int id, LocalDate to) {
        require();
        int changed = jdbc.sql("update reporting.power set valid_to = :to where id = :id and valid_to is null and valid_from < :to").param("to", to).param("id", id).update();
        if (changed == 0) {
            throw Problem.refused("reporting.powers.problem.end");
        }
        trail.write("reporting.power.ended", "power:" + id, null, Map.of("to", to));
    }

    private static void require() {
        if (!may(CurrentUser.require())) {
            throw Problem.forbidden("reporting.powers.problem.not-yours");
        }
    }
}
