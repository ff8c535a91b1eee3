package vn.bamcoso.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;

/** What a room offers as falling due, without a run that would tell everybody. */
@Component
public class Offered {
    /** One thing. */
    public record Due(String ref, int officeId, LocalDate lastDay, String nameVi) {}

    private final List<Deadlines> rooms;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Offered(List<Deadlines> rooms, JdbcClient jdbc, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public List<Due> by(String code, LocalDate day) {
        Deadlines room = rooms.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> {
            jdbc.sql("""
                            create temporary table falling_due (
                                code text not null, ref text not null, topic text not null, office_id int not null, role text, issuer_id int, last_day date not null, since date not null,
                                name_vi text not null, name_en text not null, link text not null, topic_link text not null, field smallint not null, home smallint not null, place_id int not null
                            ) on commit drop""").update();
            room.offer(Set.of(day));
            return jdbc.sql("select ref, office_id, last_day, name_vi from falling_due order by ref").query(Due.class).list();
        }));
    }
}
