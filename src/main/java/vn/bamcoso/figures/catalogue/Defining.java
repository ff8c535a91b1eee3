package vn.bamcoso.figures.catalogue;

import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Making;

/** The Ministry Office words an indicator anew, or decides whether it may be held. Two who change it at once: the second is told. */
@Component
class Defining {
    private static final Set<String> HELD = Set.of("yes", "no", "undecided");
    private static final int NAME = 200;
    private static final int SENTENCE = 2000;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Making making;
    private final Trail trail;
    private final Clock clock;

    Defining(JdbcClient jdbc, Indicators indicators, Making making, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.making = making;
        this.trail = trail;
        this.clock = clock;
    }

    static boolean mayDefine(CurrentUser user) {
        return user.has("ministry_office");
    }

    /**
     * @throws Problem not found; forbidden; refused with one fault for each field; conflict when it was changed since the version
     */
    @Transactional
    public void define(String code, Definition wanted) {
        Indicator before = indicators.byCode(code).filter(one -> one.part() == null).orElseThrow(Problem::notFound);
        if (!making.mayChange(CurrentUser.require(), before)) {
            throw Problem.forbidden("figures.definition.problem.not-yours");
        }
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.definition.problem.refused", faults, faults.size());
        }
        int changed = jdbc.sql("""
                        update figures.indicator set name_vi = :nameVi, name_en = :nameEn, definition_vi = :definitionVi, definition_en = :definitionEn,
                            remark_vi = :remarkVi, remark_en = :remarkEn, may_be_held = :held, held_decided_by = :decidedBy, version = version + 1
                        where code = :code and version = :version""")
                .param("nameVi", text(wanted.nameVi()))
                .param("nameEn", text(wanted.nameEn()))
                .param("definitionVi", text(wanted.definitionVi()))
                .param("definitionEn", text(wanted.definitionEn()))
                .param("remarkVi", orNull(wanted.remarkVi()), Types.VARCHAR)
                .param("remarkEn", orNull(wanted.remarkEn()), Types.VARCHAR)
                .param("held", wanted.mayBeHeld())
                .param("decidedBy", orNull(wanted.heldDecidedBy()), Types.VARCHAR)
                .param("code", code)
                .param("version", wanted.version())
                .update();
        if (changed == 0) {
            throw Problem.conflict("figures.definition.problem.changed", before.nameVi());
        }
        trail.write("figures.indicator.defined", "indicator:" + code, Definition.of(before), wanted);
    }

    private List<Fault> faults(Definition wanted) {
        Map<String, @Nullable String> needed = new LinkedHashMap<>();
        needed.put("nameVi", wanted.nameVi());
        needed.put("nameEn", wanted.nameEn());
        needed.put("definitionVi", wanted.definitionVi());
        needed.put("definitionEn", wanted.definitionEn());
        Map<String, @Nullable String> free = new LinkedHashMap<>();
        free.put("remarkVi", wanted.remarkVi());
        free.put("remarkEn", wanted.remarkEn());
        free.put("heldDecidedBy", wanted.heldDecidedBy());
        List<Fault> faults = new ArrayList<>();
        needed.forEach((field, value) -> {
            int most = field.startsWith("name") ? NAME : SENTENCE;
            if (text(value).isEmpty() || text(value).length() > most) {
                faults.add(new Fault(field, "figures.definition.problem.text", most));
            }
        });
        free.forEach((field, value) -> {
            if (text(value).length() > SENTENCE) {
                faults.add(new Fault(field, "figures.definition.problem.long", SENTENCE));
            }
        });
        if (wanted.mayBeHeld() == null || !HELD.contains(wanted.mayBeHeld())) {
            faults.add(new Fault("mayBeHeld", "figures.definition.problem.held"));
        } else if (!wanted.mayBeHeld().equals("undecided") && text(wanted.heldDecidedBy()).isEmpty()) {
            faults.add(new Fault("heldDecidedBy", "figures.definition.problem.decided-by"));
        }
        if (wanted.version() == null) {
            faults.add(new Fault("version", "figures.definition.problem.version"));
        }
        var check = new EdgeCheck(VietnamTime.today(clock));
        needed.putAll(free);
        needed.forEach((field, value) -> check.text(text(value)).forEach(found -> faults.add(new Fault(field, found.code(), found.count()))));
        return faults;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String orNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }
}
