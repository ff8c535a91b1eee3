package vn.bamcoso.demo.loading;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Enters the demonstration users with their roles; their grants begin with the offices of 1 July 2025. */
final class Inhabitants {
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final LocalDate UNTIL = LocalDate.of(2100, 1, 1);

    private final JdbcClient jdbc;

    Inhabitants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. @return how many */
    int settle(String password) {
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(password);
        List<People> people = People.read();
        people.forEach(person -> settle(person, hash));
        return (int) people.stream().map(People::login).distinct().count();
    }

    private void settle(People person, String hash) {
        int user = jdbc.sql("select id from identity.app_user where login = :login").param("login", person.login()).query(Integer.class).optional().orElseGet(() -> added(person, hash));
        if (person.role() != null) {
            grant(user, person);
        }
    }

    private int added(People person, String hash) {
        return jdbc.sql("insert into identity.app_user (login, name, password_hash, password_set_at, disabled_at) values (:login, :name, :hash, now(), :disabled::timestamptz) returning id")
                .param("login", person.login())
                .param("name", person.name())
                .param("hash", person.role() == null ? null : hash)
                .param("disabled", person.role() == null ? "2025-07-01" : null)
                .query(Integer.class)
                .single();
    }

    private void grant(int user, People person) {
        int office = office(person.office());
        List<String> fields = person.fields().isEmpty() ? java.util.Collections.singletonList(null) : person.fields();
        fields.forEach(field -> jdbc.sql("""
                        insert into identity.user_grant (user_id, role, office_id, field, valid_from, valid_to, given_by)
                        values (:user, :role, :office, (select id from access.field where code = :field), :since, :until, 0)""")
                .param("user", user)
                .param("role", person.role())
                .param("office", office)
                .param("field", field)
                .param("since", SINCE)
                .param("until", UNTIL)
                .update());
    }

    private int office(String key) {
        boolean ofPlace = key.contains("@");
        return jdbc.sql(ofPlace
                        ? """
                        select o.office_id from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id
                        where p.key = :key and o.kind in ('provincial', 'commune') and o.valid_from <= :day and :day < o.valid_to"""
                        : "select office_id from territory.pub_office where code = :key and kind in ('ministry', 'department') and valid_from <= :day and :day < valid_to")
                .param("key", key)
                .param("day", SINCE)
                .query(Integer.class)
                .single();
    }

    int idOf(String login) {
        return jdbc.sql("select user_id from identity.pub_user where login = :login").param("login", login).query(Integer.class).single();
    }
}
