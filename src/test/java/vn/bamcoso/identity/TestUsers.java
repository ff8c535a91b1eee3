package vn.bamcoso.identity;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.signin.Passwords;
import vn.bamcoso.store.Database;

/**
 * People for tests. {@code @Autowired TestUsers users} in any {@code @InTheHouse} test:
 *
 * <pre>
 * var clerk = users.person("clerk.dongvan", "commune_clerk", officeId);      // all fields of work
 * var v05 = users.person("v05", "department", officeId, 6);                  // one field of work
 * users.grant(clerk, "commune_deputy", officeId, null, from, to);            // a second hat, some days
 * users.as(clerk, () -> things.approve(7));                                  // a call in Java as this person (own transactions)
 * users.in(clerk, () -> jdbc.sql("select …"));                               // the same inside one transaction
 * Browser browser = users.signIn(clerk);                                     // over HTTP, with session and CSRF
 * String token = users.token(clerk);                                         // for Authorization: Bearer
 * </pre>
 */
@Component
public class TestUsers {
    public static final String PASSWORD = "mot-mat-khau-dai-de-thu";
    private static String hash;

    public record Person(int id, String login) {}

    private final Database database;
    private final Environment environment;
    private final Tokens tokens;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    TestUsers(Database database, Environment environment, Tokens tokens, Passwords passwords, TransactionTemplate transaction) {
        this.database = database;
        this.environment = environment;
        this.tokens = tokens;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    public Person person(String login, String role, int officeId) {
        return person(login, role, officeId, null);
    }

    /** @param field of work (access.field); null for all */
    public Person person(String login, String role, int officeId, @Nullable Integer field) {
        Person person = person(login);
        grant(person, role, officeId, field, LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
        return person;
    }

    /** Somebody without any grant; the same one when the login is there already. */
    public Person person(String login) {
        int id = asOwner(jdbc -> jdbc.sql("""
                        insert into identity.app_user (login, name, password_hash, password_set_at) values (:login, :login, :hash, now())
                        on conflict (login) do update set name = excluded.name returning id""")
                .param("login", login)
                .param("hash", hash())
                .query(Integer.class)
                .single());
        return new Person(id, login);
    }

    /** The grant that is there already, when these days overlap with it. */
    public int grant(Person person, String role, int officeId, @Nullable Integer field, LocalDate from, LocalDate to) {
        return asOwner(jdbc -> jdbc.sql("""
                        insert into identity.user_grant (user_id, role, office_id, field, valid_from, valid_to, given_by)
                        values (:user, :role, :office, :field, :from, :to, 0) on conflict do nothing returning id""")
                .param("user", person.id())
                .param("role", role)
                .param("office", officeId)
                .param("field", field, java.sql.Types.SMALLINT)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> jdbc.sql("select id from identity.user_grant where user_id = :user and role = :role and office_id = :office limit 1")
                        .param("user", person.id())
                        .param("role", role)
                        .param("office", officeId)
                        .query(Integer.class)
                        .single()));
    }

    public CurrentUser user(Person person) {
        Set<String> roles = Set.copyOf(asOwner(jdbc -> jdbc.sql("select distinct role from identity.user_grant where user_id = :id")
                .param("id", person.id())
                .query(String.class)
                .list()));
        return new CurrentUser(person.id(), person.login(), 0, "127.0.0.1", roles);
    }

    public <T> T as(Person person, Callable<T> work) {
        return user(person).call(work);
    }

    public void as(Person person, Runnable work) {
        user(person).run(work);
    }

    /** As {@link #as(Person, Callable)}, in one transaction. */
    public <T> T in(Person person, Callable<T> work) {
        return user(person).call(() -> transaction.execute(running -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** A browser before signing in. */
    public Browser browser() {
        return new Browser("http://127.0.0.1:" + environment.getProperty("local.server.port"));
    }

    public Browser signIn(Person person) {
        Browser browser = browser();
        Browser.Reply reply = browser.signIn(person.login(), PASSWORD);
        if (reply.status() != 302 || reply.location().contains("/signin")) {
            throw new AssertionError(person.login() + " could not sign in: " + reply.status() + " " + reply.location());
        }
        return browser;
    }

    public String token(Person person) {
        return tokens.issue(person.login());
    }

    /** As the owner of the tables, whom no row policy binds: for preparing and for counting afterwards. */
    public <T> T asOwner(java.util.function.Function<JdbcClient, T> work) {
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword())) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hash() {
        synchronized (TestUsers.class) {
            if (hash == null) {
                hash = passwords.hash(PASSWORD);
            }
            return hash;
        }
    }
}
