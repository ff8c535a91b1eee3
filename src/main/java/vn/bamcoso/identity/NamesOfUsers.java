package vn.bamcoso.identity;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.audit.Names;

/** What the users in the trail are called. */
@Component
class NamesOfUsers implements Names {
    private record Named(int id, String shown) {}

    private final JdbcClient jdbc;

    NamesOfUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, String> of(Collection<Integer> users) {
        return users.isEmpty()
                ? Map.of()
                : jdbc.sql("select id, case when name = login then login else name || ' (' || login || ')' end as shown from identity.app_user where id in (:ids)")
                        .param("ids", users)
                        .query(Named.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Named::id, Named::shown));
    }

    @Override
    public Optional<Integer> byLogin(String login) {
        return jdbc.sql("select id from identity.app_user where login = :login").param("login", login.strip().toLowerCase(Locale.ROOT)).query(Integer.class).optional();
    }
}
