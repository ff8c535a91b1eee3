package vn.bamcoso.figures.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.Crossings;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Making;

/** By what indicators are broken down: dimensions and their parts, made by whoever makes indicators. A part is never taken away: figures were given by it. */
@Component
public class Breakdowns {
    private final JdbcClient jdbc;
    private final Making making;
    private final Crossings crossings;
    private final Trail trail;

    Breakdowns(JdbcClient jdbc, Making making, Crossings crossings, Trail trail) {
        this.jdbc = jdbc;
        this.making = making;
        this.crossings = crossings;
        this.trail = trail;
    }

    /** @param used how many indicators are broken down by it */
    public record Dimension(String code, String nameVi, String nameEn, int used, boolean crossed, List<Part> parts) {
        public String name(Locale locale) {
            return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
        }
    }

    public record Part(String code, String nameVi, String nameEn) {
        public String name(Locale locale) {
            return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
        }
    }

    @Transactional(readOnly = true)
    public List<Dimension> all() {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        jdbc.sql("select d.code as dimension, p.code, p.name_vi, p.name_en from figures.part p join figures.dimension d on d.id = p.dimension_id order by p.position, p.id")
                .query(row -> {
                    parts.computeIfAbsent(row.getString("dimension"), key -> new ArrayList<>()).add(new Part(row.getString("code"), row.getString("name_vi"), row.getString("name_en")));
                });
        return jdbc.sql("""
                        select d.code, d.name_vi, d.name_en, (select count(*)::int from figures.indicator_dimension u where u.dimension_id = d.id) as used, d.first_id is not null as crossed
                        from figures.dimension d order by d.position, d.id""")
                .query((row, n) -> new Dimension(row.getString("code"), row.getString("name_vi"), row.getString("name_en"), row.getInt("used"), row.getBoolean("crossed"), parts.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    /**
     * Makes a dimension with its parts.
     *
     * @param lines a part a line, "Tiếng Việt" or "Tiếng Việt | English"
     * @throws Problem refused when it has no name or fewer than two parts
     */
    @Transactional
    public void make(String nameVi, String nameEn, String lines) {
        var owner = making.owner(CurrentUser.require()).orElseThrow(() -> Problem.forbidden("figures.making.problem.not-yours"));
        List<String> parts = lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (nameVi.isBlank() || parts.size() < 2 || parts.size() > Crossings.MOST) {
            throw Problem.refused("figures.breakdowns.problem.parts");
        }
        String code = crossings.free(code(nameVi, 24));
        jdbc.sql("""
                        insert into figures.dimension (code, name_vi, name_en, owner_id, position)
                        values (:code, :vi, :en, :owner, (select coalesce(max(position), 0) + 1 from figures.dimension))""")
                .param("code", code)
                .param("vi", nameVi.strip())
                .param("en", nameEn.isBlank() ? nameVi.strip() : nameEn.strip())
                .param("owner", owner.id(), java.sql.Types.INTEGER)
                .update();
        parts.forEach(part -> add(code, part));
        trail.write("figures.dimension.made", "dimension:" + code, null, Map.of("name", nameVi.strip(), "parts", parts));
    }

    /** Adds a part to a dimension; every indicator that is broken down by it has it from now on. */
    @Transactional
    public void extend(String dimension, String line) {
        making.owner(CurrentUser.require()).filter(owner -> owner.place() == null).orElseThrow(() -> Problem.forbidden("figures.making.problem.not-yours"));
        if (all().stream().noneMatch(one -> one.code().equals(dimension) && !one.crossed())) {
            throw Problem.notFound();
        }
        if (line.isBlank()) {
            throw Problem.refused("figures.breakdowns.problem.name");
        }
        add(dimension, line.strip());
        List<String> crossed = jdbc.sql("select c.code from figures.dimension c join figures.dimension d on d.id in (c.first_id, c.second_id) where d.code = :code").param("code", dimension).query(String.class).list();
        crossed.forEach(crossings::complete);
        jdbc.sql("""
                        update figures.indicator set version = version + 1
                        where id in (select indicator_id from figures.indicator_dimension u join figures.dimension d on d.id = u.dimension_id where d.code = :code or d.code in (:crossed))""")
                .param("crossed", crossed.isEmpty() ? List.of("") : crossed)
                .param("code", dimension)
                .update();
        trail.write("figures.dimension.extended", "dimension:" + dimension, null, Map.of("part", line.strip()));
    }

    private void add(String dimension, String line) {
        String[] names = line.split("\\s*\\|\\s*", 2);
        jdbc.sql("""
                        insert into figures.part (dimension_id, code, name_vi, name_en, position)
                        select d.id, :code, :vi, :en, (select coalesce(max(p.position), 0) + 1 from figures.part p where p.dimension_id = d.id) from figures.dimension d where d.code = :dimension""")
                .param("code", crossings.free(code(names[0], 26)))
                .param("vi", names[0])
                .param("en", names.length > 1 && !names[1].isBlank() ? names[1] : names[0])
                .param("dimension", dimension)
                .update();
    }

    private static String code(String name, int longest) {
        String folded = Folding.fold(name).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        return folded.isEmpty() ? "phan" : folded.substring(0, Math.min(longest, folded.length())).replaceAll("_+$", "");
    }

    /** Breaks an indicator down by one more dimension, from now on. */
    @Transactional
    public void breakDown(Indicator indicator, String dimension) {
        int made = jdbc.sql("insert into figures.indicator_dimension select :id, id from figures.dimension where code = :code on conflict do nothing")
                .param("id", indicator.id())
                .param("code", dimension)
                .update();
        if (made == 1) {
            jdbc.sql("update figures.indicator set version = version + 1 where id = :id").param("id", indicator.id()).update();
        }
    }
}
