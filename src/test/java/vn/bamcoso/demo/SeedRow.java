package vn.bamcoso.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** A figure as an article prints it, and how the product is asked for it. */
record SeedRow(String id, String area, BigDecimal printed, String qualifier, String indicator, String place, String period) {
    private static final Map<String, String> PLACES =
            Map.of("Toàn quốc", "NVN@2021-07-01", "Hà Giang", "P02@2021-07-01", "Hải Dương", "P30@2021-07-01", "Kon Tum", "P62@2021-07-01");
    private static final String[] INDICATORS = {
        "officers_posted", "communes_staffed", "party_cells", "ministry_funds", "officers_posted", "communes_staffed", "province_funds", "officers_posted",
        "communes_staffed", "officers_per_commune", "conference_sites", "communes_filled", "officers_least", "security_reports", "crime_tips", "cases_cleared",
        "subjects_cleared", "id_applications", "id_applications_target", "id_days_ahead", "collective_commendations", "individual_commendations", "key_tasks",
        "communication_conferences", "communication_attendances", "models_community", "models_agency", "commune_police_all", "districts", "communes", "wards_staffed",
        "towns_staffed", "key_communes_staffed", "communes_to_staff", "rollout_phases", "coverage", "provinces", "neighbouring_countries", "schemes_concluded"
    };

    static List<SeedRow> all() {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var file = Objects.requireNonNull(SeedRow.class.getResourceAsStream("/seed-figures.csv"));
        try (var lines = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().map(line -> {
                String id = line.get("id");
                return new SeedRow(id, line.get("area"), new BigDecimal(line.get("value")), line.get("qualifier"), INDICATORS[Integer.parseInt(id.substring(1)) - 1],
                        PLACES.get(line.get("area")), period(id, line.get("as_of_or_period")));
            }).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file writes 2018/2021-03 for a span, 2021-04-23 and 2020-10 for a day on which something stood so, "2018 (article undated)" for about 2018. */
    private static String period(String id, String printed) {
        if (printed.contains("/")) {
            return printed.replace("/", "..");
        }
        if (printed.contains("undated")) {
            return "~" + printed.substring(0, 4);
        }
        return id.equals("F23") ? printed : id.equals("F38") ? "~" + printed : "@" + printed;
    }

    /** The rule of the house: "hơn/trên s" is true of s < v < s + step, "gần s" of s − step < v < s, step being that of the last digit that is not zero; within 5 % of s. */
    boolean agreesWith(BigDecimal value) {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-printed.stripTrailingZeros().scale());
        boolean near = value.subtract(printed).abs().multiply(BigDecimal.valueOf(20)).compareTo(printed) <= 0;
        return switch (qualifier) {
            case "exact" -> value.compareTo(printed) == 0;
            case "hơn", "trên" -> value.compareTo(printed) > 0 && value.compareTo(printed.add(step)) < 0 && near;
            case "gần" -> value.compareTo(printed) < 0 && value.compareTo(printed.subtract(step)) > 0 && near;
            default -> throw new IllegalStateException(qualifier);
        };
    }
}
