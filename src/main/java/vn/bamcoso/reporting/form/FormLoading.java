package vn.bamcoso.reporting.form;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Preparation;

/**
 * Brings the shipped forms into the database. A version that is there with the same content is left alone; one that
 * changed is replaced while no report was made with it, and otherwise stops the start: a released form changes by a new number.
 */
@Component
public class FormLoading implements Preparation {
    /** Instead of a fingerprint, in versions that people released: they are theirs. */
    static final String RELEASED = "released";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FormLoading(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    @Transactional
    public void prepare(Consumer<String> progress) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:vn/bamcoso/reporting/forms/*.json");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                load(json.readValue(file.getContentAsByteArray(), FormFile.class));
            }
        } catch (IOException e) {
            throw new IllegalStateException("forms cannot be read", e);
        }
    }

    /**
     * Makes the form what the file says.
     *
     * @throws IllegalStateException when a version changed with which reports were made already
     */
    @Transactional
    public void load(FormFile file) {
        short form = jdbc.sql("""
                        insert into reporting.form (code, name_vi, name_en, about_vi, about_en, field, level, position, everywhere)
                        select :code, :nameVi, :nameEn, :aboutVi, :aboutEn, f.id, :level, :position, :everywhere from access.field f where f.code = :field
                        on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
                            about_vi = excluded.about_vi, about_en = excluded.about_en, position = excluded.position
                        returning id""")
                .param("code", file.code())
                .param("nameVi", file.name().vi())
                .param("nameEn", file.name().en())
                .param("aboutVi", file.about().vi())
                .param("aboutEn", file.about().en())
                .param("field", file.field())
                .param("level", file.level())
                .param("position", file.position())
                .param("everywhere", !Boolean.FALSE.equals(file.everywhere()))
                .query(Short.class)
                .single();
        file.versions().forEach(version -> load(file.code(), form, version));
    }

    private void load(String code, short form, FormFile.Version version) {
        String fingerprint = fingerprint(version);
        Optional<String> there = jdbc.sql("select fingerprint from reporting.form_version where form_id = :form and number = :number")
                .param("form", form)
                .param("number", version.number())
                .query(String.class)
                .optional();
        if (there.filter(found -> found.equals(fingerprint) || found.equals(RELEASED)).isPresent()) {
            return;
        }
        if (there.isPresent()) {
            boolean used = jdbc.sql("""
                            select exists (select from reporting.submission s join reporting.form_version v on v.id = s.form_version_id
                            where v.form_id = :form and v.number = :number)""")
                    .param("form", form)
                    .param("number", version.number())
                    .query(Boolean.class)
                    .single();
            if (used) {
                throw new IllegalStateException("form %s version %d is in use and was changed; give the change a new number".formatted(code, version.number()));
            }
            jdbc.sql("delete from reporting.form_version where form_id = :form and number = :number")
                    .param("form", form)
                    .param("number", version.number())
                    .update();
        }
        insert(form, version, fingerprint);
    }

    /** Writes a version that a person releases; it is never replaced by a file. @return its id */
    @Transactional(propagation = Propagation.MANDATORY)
    public int release(short form, FormFile.Version version, int by, Instant at, String note) {
        int id = insert(form, version, RELEASED);
        jdbc.sql("update reporting.form_version set released_by = :by, released_at = :at, note = :note where id = :id")
                .param("by", by).param("at", Timestamp.from(at)).param("note", note.strip()).param("id", id).update();
        return id;
    }

    private int insert(short form, FormFile.Version version, String fingerprint) {
        int id = jdbc.sql("""
                        insert into reporting.form_version (form_id, number, first_end, last_end, period_rule, period_kinds, fingerprint)
                        values (:form, :number, :first, coalesce(:last, date 'infinity'), :rule, :kinds, :fingerprint) returning id""")
                .param("form", form)
                .param("number", version.number())
                .param("first", version.firstEnd())
                .param("last", version.lastEnd())
                .param("rule", version.rule())
                .param("kinds", version.kinds().toArray(String[]::new))
                .param("fingerprint", fingerprint)
                .query(Integer.class)
                .single();
        int position = 0;
        for (FormFile.Group group : version.groups()) {
            for (FormFile.Line line : group.lines()) {
                jdbc.sql("insert into reporting.form_line (form_version_id, position, indicator, asked, label_vi, label_en, hint_vi, hint_en, group_vi, group_en) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(id, ++position, line.indicator(), !Boolean.FALSE.equals(line.asked()),
                                line.label() == null ? null : line.label().vi(), line.label() == null ? null : line.label().en(),
                                line.hint() == null ? null : line.hint().vi(), line.hint() == null ? null : line.hint().en(),
                                group.name().vi(), group.name().en())
                        .update();
            }
        }
        position = 0;
        for (FormFile.Check check : Objects.requireNonNullElse(version.checks(), java.util.List.<FormFile.Check>of())) {
            jdbc.sql("insert into reporting.form_check (form_version_id, position, part, relation, whole, hard, sentence_vi, sentence_en) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(id, ++position, check.part(), check.relation() == null ? "<=" : check.relation(), check.whole(), !Boolean.FALSE.equals(check.hard()),
                            check.sentence().vi(), check.sentence().en())
                    .update();
        }
        position = 0;
        for (FormFile.Question question : Objects.requireNonNullElse(version.questions(), java.util.List.<FormFile.Question>of())) {
            jdbc.sql("insert into reporting.form_question values (?, ?, ?, ?, ?, ?)")
                    .params(id, ++position, question.code(), question.text().vi(), question.text().en(), Boolean.TRUE.equals(question.required()))
                    .update();
        }
        position = 0;
        for (FormFile.Step step : version.chain()) {
            jdbc.sql("insert into reporting.form_step values (?, ?, ?, ?, ?, coalesce(?, date '-infinity'), coalesce(?, date 'infinity'))")
                    .params(id, ++position, step.office(), step.act(), step.deadline(), step.from(), step.until())
                    .update();
        }
        return id;
    }

    private String fingerprint(FormFile.Version version) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(version)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
