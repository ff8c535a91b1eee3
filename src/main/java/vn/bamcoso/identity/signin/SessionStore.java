package vn.bamcoso.identity.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How sessions are kept in the database without being felt: every page reads its session first and touches it last. So each
 * of these is one statement that stands for itself, with no transaction around it; a session that was only half written has no
 * user and signs nobody in.
 */
@Configuration(proxyBeanMethods = false)
class SessionStore {
    /**
     * Notes at most once a minute that a session is in use: each page would otherwise wait for the disk, only to move the end
     * of a session by seconds. A new user or another session number is written at once, and so are a session's attributes.
     */
    private static final String TOUCH = """
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.last, max_inactive_interval = n.inactive, expiry_time = n.expiry, principal_name = n.principal
            from (values (?, ?::bigint, ?::int, ?::bigint, ?::varchar, ?)) n(session_id, last, inactive, expiry, principal, id)
            where s.primary_id = n.id::char(36)
              and (n.last - s.last_access_time >= 60000 or s.session_id <> n.session_id::char(36) or s.max_inactive_interval <> n.inactive
                   or s.principal_name is distinct from n.principal)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> touchedOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(TOUCH);
    }

    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** For everybody else: Boot makes none where there are operations for the sessions already. */
    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
