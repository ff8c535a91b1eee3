package vn.bamcoso.papers;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;

/** How an office is named in the head of a document and in its symbol, as of the day on which it was opened. */
@Component
class OfficeNames {
    /** @param mark in symbols: BCA, V05, CAT, CATP, CAX, CAP */
    record Named(int officeId, String kind, String mark, String name, Paper.Head head, short home, int placeId) {}

    private record Row(
            String kind, String code, String name, @Nullable String parentName, int placeId, short home, String placeName, String placeKind) {}

    private static final Locale VI = Locale.of("vi", "VN");

    private final JdbcClient jdbc;

    OfficeNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem refused when the office does not stand on that day */
    Named on(int officeId, LocalDate day) {
        Row row = jdbc.sql("""
                        -- What is this office called on a day, what stands above it, and where does it sit?
                        select o.kind, o.code, o.name, above.name as parent_name, p.place_id, p.home, p.name as place_name, p.kind as place_kind
                        from territory.pub_office o
                        join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
                        left join territory.pub_office above on above.office_id = o.parent_id and above.valid_from <= :day and :day < above.valid_to
                        where o.office_id = :office and o.valid_from <= :day and :day < o.valid_to""")
                .param("office", officeId)
                .param("day", day)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> Problem.refused("papers.problem.no-office", day));
        boolean national = row.kind().equals("ministry") || row.kind().equals("department");
        String superior = row.parentName() == null ? null : row.parentName().toUpperCase(VI);
        var head = new Paper.Head(superior, row.name().toUpperCase(VI), row.name(), row.kind(), national ? "Hà Nội" : row.placeName());
        return new Named(officeId, row.kind(), mark(row), row.name(), head, row.home(), row.placeId());
    }

    private static String mark(Row row) {
        return switch (row.kind()) {
            case "ministry" -> "BCA";
            case "department" -> row.code();
            case "provincial" -> row.placeKind().equals("thanh_pho") ? "CATP" : "CAT";
            case "commune" -> switch (row.placeKind()) {
                case "phuong" -> "CAP";
                case "thi_tran" -> "CATT";
                case "dac_khu" -> "CAĐK";
                default -> "CAX";
            };
            default -> row.code();
        };
    }
}
