package vn.bamcoso.reporting.completeness;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Maps;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Counts the reports of a form that every commune sends, province by province: the maps know who has to, only what was sent is asked. */
@Component
class Provinces {
    private final JdbcClient jdbc;
    private final Maps maps;
    private final Places places;
    private final String sent = Sql.beside(Provinces.class, "sent.sql");
    private final String apart = Sql.beside(Provinces.class, "apart.sql");

    Provinces(JdbcClient jdbc, Maps maps, Places places) {
        this.jdbc = jdbc;
        this.maps = maps;
        this.places = places;
    }

    private record Sent(Status status, boolean approvedBefore, boolean late, boolean onePerson, boolean sent) {}

    /** By the code of the province on the map; only those in which somebody has to report. */
    List<Completeness.Counts> of(Form form, Period period, LocalDate map) {
        Map<Integer, int[]> expected = maps.reporting(period.end(), map);
        Map<Integer, Sent> reports = new HashMap<>();
        jdbc.sql(sent).param("form", form.id()).param("period", period.code()).query(row -> {
            var report = new Sent(Status.of(row.getString(1)), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5));
            for (Integer place : (Integer[]) row.getArray(6).getArray()) {
                reports.put(place, report);
            }
        });
        Set<Integer> apart = apart(expected, reports.keySet(), period.end());
        return places.provinces(map).stream().filter(province -> expected.containsKey(province.id())).map(province -> counts(province, expected.get(province.id()), reports, apart)).toList();
    }

    private Set<Integer> apart(Map<Integer, int[]> expected, Set<Integer> reported, LocalDate end) {
        Integer[] silent = expected.values().stream().flatMapToInt(Arrays::stream).distinct().boxed().filter(place -> !reported.contains(place)).toArray(Integer[]::new);
        return silent.length == 0 ? Set.of() : jdbc.sql(apart).param("places", silent).param("end", end).query(Integer.class).set();
    }

    private static Completeness.Counts counts(Place province, int[] communes, Map<Integer, Sent> reports, Set<Integer> apart) {
        int[] n = new int[Completeness.State.values().length];
        int late = 0;
        int inTime = 0;
        int onePerson = 0;
        for (int commune : communes) {
            Sent report = reports.get(commune);
            n[state(commune, report, apart).ordinal()]++;
            late += report != null && report.late() ? 1 : 0;
            inTime += report != null && report.sent() && !report.late() ? 1 : 0;
            onePerson += report != null && report.onePerson() ? 1 : 0;
        }
        return new Completeness.Counts(province.id(), province.key(), province.fullName(), province.name(), province.code(), communes.length,
                n[Completeness.State.APPROVED.ordinal()], n[Completeness.State.WAITING.ordinal()], n[Completeness.State.RETURNED.ordinal()], n[Completeness.State.WRITING.ordinal()],
                n[Completeness.State.MISSING.ordinal()], late, inTime, onePerson, n[Completeness.State.APART.ordinal()]);
    }

    private static Completeness.State state(int commune, @Nullable Sent report, Set<Integer> apart) {
        return report == null ? apart.contains(commune) ? Completeness.State.APART : Completeness.State.MISSING : Completeness.state(report.status(), report.approvedBefore(), false);
    }
}
