package vn.bamcoso.notices.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.basics.Sql;

/**
 * Who answers for a post on a day, and who stands above it: commune, province, the office that gave the work or the Ministry Office, the
 * leadership. An office that ended is answered for by the one that serves the successor of its place; a post without a
 * holder by its deputy, else by the post above. So something is always told to somebody, and nobody is told sooner for it.
 */
final class ChainOfCommand {
    /** @param role null: the whole office */
    record Post(int office, @Nullable String role) {}

    /** @param vacant the post that was meant has no holder; this one is told in its place */
    record Told(Post post, boolean vacant) {}

    private record Unit(int id, String kind, String code, @Nullable Integer parent) {}

    private static final Map<String, List<String>> ANSWERING = Map.of(
            "commune", List.of("commune_chief", "commune_deputy"), "police_post", List.of("commune_chief", "commune_deputy"), "provincial", List.of("provincial_director", "provincial_staff"),
            "department", List.of("department", "ministry_office"), "ministry", List.of("leader"));

    private final Map<Integer, Unit> standing = new HashMap<>();
    private final Map<Integer, Integer> successors = new HashMap<>();
    private final Map<Integer, Set<String>> held = new HashMap<>();
    private @Nullable Unit ministryOffice;
    private @Nullable Unit ministry;

    private ChainOfCommand() {}

    /** As it stands on a day. */
    static ChainOfCommand on(LocalDate day, JdbcClient jdbc) {
        var chain = new ChainOfCommand();
        jdbc.sql("select office_id, kind, code, parent_id from territory.pub_office where valid_from <= :day and :day < valid_to").param("day", day).query(row -> {
            chain.add(new Unit(row.getInt(1), row.getString(2), row.getString(3), row.getObject(4, Integer.class)));
        });
        jdbc.sql("select distinct office_id, role from identity.pub_holder where valid_from <= :day and :day < valid_to").param("day", day).query(row -> {
            chain.held.computeIfAbsent(row.getInt(1), none -> new HashSet<>()).add(row.getString(2));
        });
        jdbc.sql(Sql.beside(ChainOfCommand.class, "successors.sql")).param("day", day).query(row -> {
            chain.successors.put(row.getInt(1), row.getInt(2));
        });
        return chain;
    }

    private void add(Unit unit) {
        standing.put(unit.id(), unit);
        if (unit.code().equals("V01")) {
            ministryOffice = unit;
        }
        if (unit.kind().equals("ministry")) {
            ministry = unit;
        }
    }

    /**
     * Whom to tell at a level.
     *
     * @param level 0 the post itself, 1 its superior, and so on
     * @param issuer the office that gave the work, above which nobody is told; null for none
     * @return null when there is no such level, or nobody there and above
     */
    @Nullable Told at(Post meant, int level, @Nullable Integer issuer) {
        List<Unit> units = units(meant.office(), issuer);
        if (level >= units.size()) {
            return level == 0 ? above(units(ministryOffice == null ? 0 : ministryOffice.id(), null), 0) : null;
        }
        if (level == 0) {
            Unit own = units.getFirst();
            boolean moved = own.id() != meant.office();
            String role = held(own, meant.role());
            if (role != null || meant.role() == null && held.containsKey(own.id())) {
                return new Told(new Post(own.id(), meant.role() == null ? null : role), moved || !Objects.equals(role, meant.role()) && meant.role() != null);
            }
            Told next = above(units, 1);
            return next == null ? null : new Told(next.post(), true);
        }
        return above(units, level);
    }

    private @Nullable Told above(List<Unit> units, int from) {
        for (int i = from; i < units.size(); i++) {
            String head = held(units.get(i), null);
            if (head != null) {
                return new Told(new Post(units.get(i).id(), head), i > from);
            }
        }
        return null;
    }

    /** The role by which the office is answered for: the one that was meant when it has a holder, else the first that has. */
    private @Nullable String held(Unit unit, @Nullable String meant) {
        Set<String> roles = held.getOrDefault(unit.id(), Set.of());
        if (meant != null && roles.contains(meant)) {
            return meant;
        }
        List<String> answering = unit.code().equals("V01") ? List.of("ministry_office") : ANSWERING.getOrDefault(unit.kind(), List.of("department"));
        return answering.stream().filter(roles::contains).findFirst().orElse(null);
    }

    /** The offices from the one that owes up to the issuer or the leadership. */
    private List<Unit> units(int office, @Nullable Integer issuer) {
        Unit own = standing.get(office);
        if (own == null) {
            own = standing.get(successors.getOrDefault(office, 0));
        }
        List<Unit> units = new ArrayList<>();
        if (own == null) {
            return units;
        }
        units.add(own);
        Unit giver = issuer == null ? null : standing.get(issuer);
        for (Unit up = parent(own); up != null && !up.kind().equals("ministry"); up = parent(up)) {
            units.add(up);
            if (up.equals(giver)) {
                return units;
            }
        }
        if (own.equals(ministry) || own.equals(giver) || giver != null && giver.kind().equals("commune")) {
            return units;
        }
        Unit centre = giver != null && giver.kind().equals("department") ? giver : ministryOffice;
        if (centre != null && !units.contains(centre)) {
            units.add(centre);
        }
        if (ministry != null && !units.contains(ministry)) {
            units.add(ministry);
        }
        return units;
    }

    private @Nullable Unit parent(Unit unit) {
        return unit.parent() == null ? null : standing.get(unit.parent());
    }
}
