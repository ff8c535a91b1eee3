package vn.bamcoso.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds police units of any day. */
@Component
public class Offices {
    private final JdbcClient jdbc;

    Offices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The office that serves the place on that day; for the nation the ministry. Empty where there is none (Hoàng Sa, Trường Sa, districts since 1 March 2025). */
    @Transactional(readOnly = true)
    public Optional<Office> serving(int placeId, LocalDate day) {
        return jdbc.sql("""
                        select * from territory.pub_office
                        where place_id = :place and kind <> 'department' and valid_from <= :day and :day < valid_to""")
                .param("place", placeId)
                .param("day", day)
                .query(Offices::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Office> byId(int id, LocalDate day) {
        return jdbc.sql("select * from territory.pub_office where office_id = :id and valid_from <= :day and :day < valid_to")
                .param("id", id)
                .param("day", day)
                .query(Offices::read)
                .optional();
    }

    /** A ministry unit by its sign, e.g. V05. */
    @Transactional(readOnly = true)
    public Optional<Office> department(String sign, LocalDate day) {
        return jdbc.sql("select * from territory.pub_office where kind = 'department' and code = :sign and valid_from <= :day and :day < valid_to")
                .param("sign", sign)
                .param("day", day)
                .query(Offices::read)
                .optional();
    }

    /** The offices directly below, by kind and code. */
    @Transactional(readOnly = true)
    public List<Office> below(int id, LocalDate day) {
        return jdbc.sql("select * from territory.pub_office where parent_id = :id and valid_from <= :day and :day < valid_to order by kind, code")
                .param("id", id)
                .param("day", day)
                .query(Offices::read)
                .list();
    }

    static Office read(ResultSet row, int number) throws SQLException {
        return new Office(
                row.getInt("office_id"),
                row.getString("kind"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("parent_id", Integer.class),
                row.getObject("place_id", Integer.class));
    }
}
