package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.staffing.Strength;

/**
 * What the postings say of indicators: counted live for the last day of the period, as known at any moment. An indicator whose row
 * still says "entered" is not answered from here; then the board shows this value beside the reported one.
 */
@Component
public class StaffMeasures implements Measure {
    private static final Set<String> PROGRAMME = Set.of("xa", "thi_tran");

    private final Strength strength;
    private final JdbcClient jdbc;

    StaffMeasures(Strength strength, JdbcClient jdbc) {
        this.strength = strength;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return Set.of("officers_posted", "communes_staffed", "communes_filled", "wards_staffed", "towns_staffed", "key_communes_staffed", "posts_allotted", "posts_vacant",
                "posts_surplus", "communes_headed");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known) {
        Map<Integer, Strength.Commune> communes = strength.communes(period.end(), known);
        List<Measured> values = new ArrayList<>();
        kinds(period.end()).forEach((place, kind) -> {
            Strength.Commune commune = communes.get(place);
            if (commune != null && counts(code, kind)) {
                values.add(new Measured(place, BigDecimal.valueOf(value(code, commune))));
            }
        });
        return values;
    }

    private static boolean counts(String code, String kind) {
        return switch (code) {
            case "officers_posted", "communes_staffed", "communes_filled" -> PROGRAMME.contains(kind);
            case "wards_staffed" -> kind.equals("phuong");
            case "towns_staffed" -> kind.equals("thi_tran");
            case "key_communes_staffed" -> kind.equals("xa");
            default -> true;
        };
    }

    private static int value(String code, Strength.Commune commune) {
        Strength.Cell all = commune.all();
        boolean staffed = all.filled() > 0;
        return switch (code) {
            case "officers_posted" -> all.filled();
            case "communes_filled" -> commune.full() ? 1 : 0;
            case "key_communes_staffed" -> staffed && commune.key() ? 1 : 0;
            case "posts_allotted" -> all.allotted();
            case "posts_vacant" -> all.vacant();
            case "posts_surplus" -> all.surplus();
            case "communes_headed" -> commune.headed() ? 1 : 0;
            default -> staffed ? 1 : 0;
        };
    }

    private Map<Integer, String> kinds(LocalDate day) {
        Map<Integer, String> kinds = new HashMap<>();
        jdbc.sql("select place_id, kind from territory.pub_place where level = 'commune' and valid_from <= :day and :day < valid_to").param("day", day).query(row -> {
            kinds.put(row.getInt(1), row.getString(2));
        });
        return kinds;
    }
}
