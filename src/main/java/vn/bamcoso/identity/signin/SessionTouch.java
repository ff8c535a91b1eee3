package vn.bamcoso.identity.signin;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Writes down at most once a minute that a session is in use. Each page would otherwise wait for the disk, only to move the
 * end of a session by seconds; a new user or another session number is written at once, and so are a session's attributes.
 */
@Component
class SessionTouch implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {
    private static final String UPDATE = """
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.last, max_inactive_interval = n.inactive, expiry_time = n.expiry, principal_name = n.principal
            from (values (?, ?::bigint, ?::int, ?::bigint, ?::varchar, ?)) n(session_id, last, inactive, expiry, principal, id)
            where s.primary_id = n.id::char(36)
              and (n.last - s.last_access_time >= 60000 or s.session_id <> n.session_id::char(36) or s.max_inactive_interval <> n.inactive
                   or s.principal_name is distinct from n.principal)
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(UPDATE);
    }
}
