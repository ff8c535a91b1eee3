package vn.bamcoso.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** Two dimensions crossed (sex by title) are a dimension too: its parts are the pairs of theirs, each with a code of its own. */
@Component
public class Crossings {
    /** More parts than this no form can ask. */
    public static final int MOST = 60;
    private final JdbcClient jdbc;
    private final Making making;
    private final Trail trail;

    Crossings(JdbcClient jdbc, Making making, Trail trail) {
        this.jdbc = jdbc;
        this.making = making;
        this.trail = trail;
    }

    /** Code of the dimension that crosses these two, in whichever order; empty: nobody has crossed them. */
    @Transactional(readOnly = true)
    public Optional<String> of(String first, String second) {
        return jdbc.sql("""
                        select c.code from figures.dimension c join figures.dimension a on a.id = c.first_id join figures.dimension b on b.id = c.second_id
                        where (a.code, b.code) in ((:first, :second), (:second, :first))""").param("first", first).param("second", second).query(String.class).optional();
    }

    /**
     * @return code of the new dimension
     * @throws Problem forbidden; refused when they are one, crossed themselves, crossed already, or make more pairs than a form can ask
     */
    @Transactional
    public String cross(String first, String second) {
        var owner = making.owner(CurrentUser.require()).orElseThrow(() -> Problem.forbidden("figures.making.problem.not-yours"));
        boolean possible = !first.equals(second) && jdbc.sql("""
                        select count(*) = 2 and bool_and(d.first_id is null) and (select count(*) from figures.part p join figures.dimension o on o.id = p.dimension_id and o.code = :first)
                             * (select count(*) from figures.part p join figures.dimension o on o.id = p.dimension_id and o.code = :second) <= :most
                        from figures.dimension d where d.code in (:first, :second)""").param("first", first).param("second", second).param("most", MOST).query(Boolean.class).single();
        boolean there = of(first, second).isPresent();
        if (!possible || there) {
            throw Problem.refused(there ? "figures.breakdowns.problem.crossed" : "figures.breakdowns.problem.cross", MOST);
        }
        String code = free(cut(first + "_" + second, 28));
        jdbc.sql("""
                        insert into figures.dimension (code, name_vi, name_en, owner_id, position, first_id, second_id)
                        select :code, a.name_vi || ' × ' || b.name_vi, a.name_en || ' × ' || b.name_en, :owner, (select coalesce(max(position), 0) + 1 from figures.dimension), a.id, b.id
                        from figures.dimension a, figures.dimension b where a.code = :first and b.code = :second""")
                .param("code", code).param("owner", owner.id(), java.sql.Types.INTEGER).param("first", first).param("second", second).update();
        complete(code);
        trail.write("figures.dimension.made", "dimension:" + code, null, Map.of("first", first, "second", second));
        return code;
    }

    private record Pair(short dimension, short first, short second, String code, String vi, String en) {}

    /** Makes the parts of a crossed dimension that are missing. */
    @Transactional
    public void complete(String dimension) {
        List<Pair> missing = jdbc.sql("""
                        select d.id as dimension, a.id as first, b.id as second, a.code || '_' || b.code as code, a.name_vi || ', ' || b.name_vi as vi, a.name_en || ', ' || b.name_en as en
                        from figures.dimension d join figures.part a on a.dimension_id = d.first_id join figures.part b on b.dimension_id = d.second_id
                        where d.code = :code and not exists (select from figures.part p where p.dimension_id = d.id and p.first_id = a.id and p.second_id = b.id)
                        order by a.position, b.position""").param("code", dimension).query(Pair.class).list();
        for (Pair pair : missing) {
            jdbc.sql("""
                            insert into figures.part (dimension_id, code, name_vi, name_en, position, first_id, second_id)
                            values (:dimension, :code, :vi, :en, (select coalesce(max(position), 0) + 1 from figures.part where dimension_id = :dimension), :first, :second)""")
                    .param("dimension", pair.dimension()).param("code", free(cut(pair.code(), 28))).param("vi", pair.vi()).param("en", pair.en()).param("first", pair.first()).param("second", pair.second()).update();
        }
    }

    private static String cut(String code, int longest) {
        return code.substring(0, Math.min(longest, code.length())).replaceAll("_+$", "");
    }

    /** This code, or the next that no dimension and no part has. */
    public String free(String base) {
        String code = base;
        for (int n = 2; jdbc.sql("select exists (select from figures.part where code = :code) or exists (select from figures.dimension where code = :code)").param("code", code).query(Boolean.class).single(); n++) {
            code = base + "_" + n;
        }
        return code;
    }
}
