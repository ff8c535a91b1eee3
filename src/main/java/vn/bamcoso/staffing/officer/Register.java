package vn.bamcoso.staffing.officer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Place;

/** The register of officers of an area: searched by name or number, and exported by who has that right besides the field personnel. */
@Component
public class Register {
    public static final int SIZE = 50;
    private static final String EXPORT = "personnel_export";

    /**
     * @param homes provinces of the 63 of which the area is made; null where it is smaller than a province
     * @param text part of a name, or a number; {@code serving} null: everybody, false: who has left
     */
    public record Question(int within, @Nullable List<Short> homes, String text, @Nullable Boolean serving, LocalDate on) {}

    /** @param office and title of the full post on the day; null for who has none */
    public record Line(
            int id, String number, String name, int birthYear, String sex, String ethnicGroup, String rank, String education, @Nullable LocalDate partySince, LocalDate enteredOn, @Nullable LocalDate left,
            @Nullable String office, @Nullable Short titleId, @Nullable LocalDate since, @Nullable String languages) {}

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Trail trail;

    Register(JdbcClient jdbc, Grants grants, Trail trail) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public int count(Question question) {
        return ask("register-count.sql", question).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public List<Line> page(Question question, int offset) {
        return ask("register.sql", question).param("limit", SIZE).param("offset", offset).query(Line.class).list();
    }

    /** Whether the user may take the list of this place out of the house. */
    @Transactional(readOnly = true)
    public boolean mayExport(CurrentUser user, Place place) {
        return grants.mayFor(user, EXPORT, place.id(), Area.PERSONNEL);
    }

    /**
     * The whole list, to be written to a file; the trail keeps who took it, of where, and how many lines.
     *
     * @throws Problem forbidden without the right of export over the place
     */
    @Transactional
    public List<Line> export(Question question, Place place, String form) {
        if (!mayExport(CurrentUser.require(), place)) {
            throw Problem.forbidden("staffing.problem.no-export");
        }
        List<Line> lines = ask("register.sql", question).param("limit", Integer.MAX_VALUE).param("offset", 0).query(Line.class).list();
        trail.write("staffing.officers.exported", "place:" + place.key(), null, java.util.Map.of("lines", lines.size(), "text", question.text(), "on", question.on().toString(), "form", form));
        return lines;
    }

    private JdbcClient.StatementSpec ask(String file, Question question) {
        return jdbc.sql(Sql.beside(Register.class, file)).param("within", question.within()).param("homes", question.homes() == null ? null : question.homes().toArray(Short[]::new), java.sql.Types.ARRAY).param("text", question.text().strip()).param("serving", question.serving(), java.sql.Types.BOOLEAN).param("on", question.on());
    }
}
