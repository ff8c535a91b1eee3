package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Place;

/** One decision for many offices: a template for all communes of a class within an area, from a day on. */
@Component
public class ByClass {
    /** all; important for security or not; by the dated class of the commune. */
    public static final List<String> CLASSES = List.of("all", "key", "other", "1", "2", "3");

    /** @param posts allotted on the day, before the decision */
    public record Line(int office, String code, String name, int posts) {}

    private final JdbcClient jdbc;
    private final Allotting allotting;
    private final Trail trail;
    private final String ofClass = Sql.beside(ByClass.class, "of-class.sql");

    ByClass(JdbcClient jdbc, Allotting allotting, Trail trail) {
        this.jdbc = jdbc;
        this.allotting = allotting;
        this.trail = trail;
    }

    /** @param codes of communes, parted by spaces or commas; empty for all of the class */
    @Transactional(readOnly = true)
    public List<Line> offices(Place within, String ofWhichClass, String codes, LocalDate on) {
        if (!CLASSES.contains(ofWhichClass)) {
            throw Problem.refused("staffing.problem.class", ofWhichClass);
        }
        String[] some = Arrays.stream(codes.split("[\\s,;]+")).filter(code -> !code.isBlank()).toArray(String[]::new);
        return jdbc.sql(ofClass).param("within", within.id()).param("class", ofWhichClass).param("codes", some).param("on", on).query(Line.class).list();
    }

    /**
     * All of them or none.
     *
     * @param offices how many were shown to who decides
     * @return how many offices have the template now
     * @throws Problem conflict when they are others meanwhile; refused as {@link Allotting#allot} refuses one of them
     */
    @Transactional
    public int allot(Place within, String ofWhichClass, String codes, short composition, LocalDate from, String decision, LocalDate decidedOn, int offices) {
        List<Line> lines = offices(within, ofWhichClass, codes, from).stream().filter(line -> allotting.may(CurrentUser.require(), line.office())).toList();
        if (lines.isEmpty() || lines.size() != offices) {
            throw Problem.conflict("staffing.problem.class-changed", lines.size(), offices);
        }
        // first those that have most: what they give back is there for the others under the same ceiling
        lines.stream().sorted(Comparator.comparingInt(Line::posts).reversed()).forEach(line -> allotting.allot(line.office(), composition, from, decision, decidedOn));
        trail.write("staffing.post.allotted-by-class", "place:" + within.key(), null, Map.of("class", ofWhichClass, "offices", lines.size(), "template", (int) composition, "from", from.toString(), "decision", decision.strip()));
        return lines.size();
    }
}
