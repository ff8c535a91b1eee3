package vn.bamcoso.reporting.draft;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DeadlineRule;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Making;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.form.FormFile;
import vn.bamcoso.reporting.form.FormLoading;

/**
 * Makes a draft a form, or the next version of one: its new indicators enter the catalogue, the version before ends on the eve
 * of its first period, and reports that were made keep the version that they were made with.
 */
@Component
public class Releasing {
    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final LineTable table;
    private final FormAsTable asTable;
    private final Indicators indicators;
    private final Making making;
    private final Forms forms;
    private final FormLoading loading;
    private final Trail trail;
    private final Clock clock;

    Releasing(JdbcClient jdbc, Drafts drafts, LineTable table, FormAsTable asTable, Indicators indicators, Making making, Forms forms, FormLoading loading, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.table = table;
        this.asTable = asTable;
        this.indicators = indicators;
        this.making = making;
        this.forms = forms;
        this.loading = loading;
        this.trail = trail;
        this.clock = clock;
    }

    /** The table as it is understood, with everything that keeps the draft from being released. */
    @Transactional(readOnly = true)
    public LineTable.Read read(Draft.Kept kept, Texts texts) {
        Draft draft = kept.draft();
        LineTable.Read read = table.read(draft, indicators.dimensions(), texts);
        List<Fault> faults = new ArrayList<>();
        if (draft.nameVi().isBlank()) {
            faults.add(new Fault("nameVi", "figures.definition.problem.text", 200));
        }
        if (draft.document().isBlank()) {
            faults.add(new Fault("document", "reporting.draft.fault.document"));
        }
        PeriodRule rule = PeriodRule.valueOf(draft.rule().toUpperCase(Locale.ROOT));
        if (draft.kinds().isEmpty() || draft.kinds().stream().anyMatch(kind -> !rule.offers(kind(kind)))) {
            faults.add(new Fault("kinds", "reporting.draft.fault.kinds", rule.label(texts.locale())));
        }
        for (String deadline : draft.deadlines()) {
            try {
                if (!deadline.isBlank()) {
                    DeadlineRule.parse(deadline.strip());
                }
            } catch (Problem unreadable) {
                faults.add(new Fault("deadline", unreadable.code(), unreadable.args().toArray()));
            }
        }
        if (draft.firstEnd() == null) {
            faults.add(new Fault("firstEnd", "reporting.draft.fault.first-end"));
        } else if (kept.formId() != null) {
            Form form = forms.byId(kept.formId());
            LocalDate begins = begins(draft, rule);
            int later = jdbc.sql("select count(*) from reporting.submission where form_id = :form and period_end >= :first").param("form", form.id()).param("first", begins).query(Integer.class).single();
            Form.Version last = forms.versionsOf(form).getFirst();
            if (later > 0) {
                faults.add(new Fault("firstEnd", "reporting.draft.fault.reports-there", begins, later));
            } else if (!draft.firstEnd().isAfter(last.firstEnd())) {
                faults.add(new Fault("firstEnd", "reporting.draft.fault.before-last", last.firstEnd()));
            }
        }
        if (kept.ownerId() != null && !draft.level().equals("commune")) {
            faults.add(new Fault("level", "reporting.draft.fault.level-of-province"));
        }
        questions(kept, faults);
        faults.addAll(read.faults());
        return new LineTable.Read(read.lines(), read.checks(), faults);
    }

    /**
     * @return code of the form
     * @throws Problem refused with all that is wrong; conflict when the draft was changed since {@code seen}
     */
    @Transactional
    public String release(int id, int seen, Texts texts) {
        Draft.Kept kept = drafts.get(id);
        if (!kept.open() || kept.version() != seen) {
            throw Problem.conflict(kept.open() ? "reporting.draft.problem.changed" : "reporting.draft.problem.closed", kept.changedBy());
        }
        LineTable.Read read = read(kept, texts);
        if (!read.faults().isEmpty()) {
            throw Problem.refused("reporting.draft.problem.refused", read.faults(), read.faults().size());
        }
        read.lines().stream().filter(line -> line.fresh() != null).forEach(line -> making.make(line.fresh()));
        Draft draft = kept.draft();
        Form form = kept.formId() == null ? found(kept) : forms.byId(kept.formId());
        Optional<Form.Version> before = forms.versionsOf(form).stream().findFirst();
        before.ifPresent(version -> jdbc.sql("update reporting.form_version set last_end = :eve where id = :id and last_end > :eve")
                .param("eve", draft.firstEnd().minusDays(1)).param("id", version.id()).update());
        int number = before.isPresent() ? before.get().number() + 1 : 1;
        FormFile.Version made = new VersionOfDraft(draft, read, before.orElse(null)).file((short) number, questions(kept, new ArrayList<>()));
        int version = loading.release(form.id(), made, CurrentUser.require().id(), clock.instant(), draft.document());
        jdbc.sql("update reporting.form_draft set released = :version, form_id = :form, version = version + 1 where id = :id").param("version", version).param("form", form.id()).param("id", id).update();
        trail.write("reporting.form.released", "form:" + form.code(), null, Map.of("version", number, "first", draft.firstEnd(), "document", draft.document(), "lines", read.lines().size()));
        return form.code();
    }

    /** What it asks in words, as it is understood. */
    List<FormFile.Question> questions(Draft.Kept kept, List<Fault> faults) {
        List<FormFile.Question> before = kept.formId() == null ? List.of() : asTable.questions(forms.versionsOf(forms.byId(kept.formId())).getFirst());
        return WordQuestions.read(kept.draft().questions(), before, faults);
    }

    private Form found(Draft.Kept kept) {
        Draft draft = kept.draft();
        String base = Folding.fold(draft.nameVi()).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        base = base.isEmpty() ? "bieu-mau" : base.substring(0, Math.min(48, base.length())).replaceAll("-$", "");
        String code = base;
        for (int n = 2; forms.byCode(code).isPresent(); n++) {
            code = base + "-" + n;
        }
        // A province's own form is asked within the province, by a row of its own.
        boolean everywhere = draft.everywhere() && kept.ownerId() == null;
        short id = jdbc.sql("""
                        insert into reporting.form (code, name_vi, name_en, about_vi, about_en, field, level, position, owner_id, everywhere)
                        select :code, :vi, :en, :aboutVi, :aboutEn, f.id, :level, (select max(position) + 1 from reporting.form), :owner, :everywhere from access.field f where f.code = :field returning id""")
                .param("code", code)
                .param("vi", draft.nameVi().strip())
                .param("en", draft.nameEn().isBlank() ? draft.nameVi().strip() : draft.nameEn().strip())
                .param("aboutVi", draft.aboutVi().strip())
                .param("aboutEn", draft.aboutEn().isBlank() ? draft.aboutVi().strip() : draft.aboutEn().strip())
                .param("level", draft.level())
                .param("owner", kept.ownerId(), Types.INTEGER)
                .param("everywhere", everywhere)
                .param("field", draft.field())
                .query(Short.class)
                .single();
        if (draft.everywhere() && kept.ownerId() != null) {
            jdbc.sql("insert into reporting.asked (form_id, place_id, first_day, asked_by, asked_at, note) values (:form, :place, :first, :user, :now, :note)")
                    .param("form", id).param("place", kept.ownerId()).param("first", draft.firstEnd()).param("user", CurrentUser.require().id())
                    .param("now", Timestamp.from(clock.instant())).param("note", draft.document().strip()).update();
        }
        return forms.byId(id);
    }

    /** The first day that the version is about: a period reported before must have ended by then. */
    private static LocalDate begins(Draft draft, PeriodRule rule) {
        return draft.kinds().stream().findFirst().map(Releasing::kind).filter(kind -> kind.regular() && rule.offers(kind))
                .flatMap(kind -> rule.containing(kind, draft.firstEnd())).map(Period::start).orElse(draft.firstEnd());
    }

    static PeriodKind kind(String code) {
        return PeriodKind.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
