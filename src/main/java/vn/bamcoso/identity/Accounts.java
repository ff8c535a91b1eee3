package vn.bamcoso.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.signin.Passwords;

/**
 * Opens, changes and closes accounts and their grants. An account is never deleted: what was done under it keeps its name.
 * Each change counts the account's version up, so that of two administrators at one account the second is told; each is a
 * line of the trail. Administrators act within their office's area; nobody changes the own grants or closes the own account.
 */
@Component
public class Accounts {
    /** Roles that keep the system; they go with no other role, so that who gives rights has none over contents. */
    public static final Set<String> KEEPERS = Set.of("administrator", "auditor");

    private record Held(String role, LocalDate from, LocalDate to) {}

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final AdministratorsArea area;
    private final Trail trail;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Passwords passwords, AdministratorsArea area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param password to be changed at the first sign-in; null: the account cannot be signed in to yet
     * @return its number
     * @throws Problem refused when the login is taken or not of the form {@code a-z 0-9 . _ -}
     */
    @Transactional
    public int open(String login, String name, @Nullable String password) {
        area.requireAny();
        String key = login.strip().toLowerCase(Locale.ROOT);
        if (!key.matches("[a-z0-9][a-z0-9._-]{1,59}")) {
            throw Problem.refused("identity.problem.login-form", key);
        }
        if (name.isBlank()) {
            throw Problem.refused("identity.problem.name-missing");
        }
        try {
            int id = jdbc.sql("""
                            insert into identity.app_user (login, name, password_hash, password_set_at, password_once)
                            values (:login, :name, :hash, :now, true) returning id""")
                    .param("login", key)
                    .param("name", name.strip())
                    .param("hash", password == null ? null : passwords.hash(password), Types.VARCHAR)
                    .param("now", password == null ? null : now(), Types.TIMESTAMP)
                    .query(Integer.class)
                    .single();
            trail.write("identity.account.opened", "user:" + id, null, Map.of("login", key, "name", name.strip()));
            return id;
        } catch (DuplicateKeyException taken) {
            throw Problem.refused("identity.problem.login-taken", key);
        }
    }

    /** Opens an account and gives its first role, together or not at all. */
    @Transactional
    public int openWithGrant(
            String login, String name, String password, String role, int office, @Nullable Short field, LocalDate from, LocalDate to) {
        int id = open(login, name, password);
        grant(id, role, office, field, from, to);
        return id;
    }

    /**
     * Gives a role.
     *
     * @param field of work (access.field); null for all
     * @param to first day on which it no longer holds
     */
    @Transactional
    public int grant(int user, String role, int office, @Nullable Short field, LocalDate from, LocalDate to) {
        notOneself(user, "identity.problem.own-grants");
        area.requireOffice(office);
        if (!from.isBefore(to)) {
            throw Problem.refused("identity.problem.grant-days", from, to);
        }
        jdbc.sql("select 1 from identity.app_user where id = :user for update").param("user", user).query(Integer.class).optional().orElseThrow(Problem::notFound);
        for (Held held : heldBetween(user, from, to)) {
            if (!held.role().equals(role) && (KEEPERS.contains(held.role()) || KEEPERS.contains(role))) {
                throw Problem.refused("identity.problem.keepers-alone");
            }
        }
        int id = jdbc.sql("""
                        insert into identity.user_grant (user_id, role, office_id, field, valid_from, valid_to, given_by)
                        values (:user, :role, :office, :field, :from, :to, :by) returning id""")
                .param("user", user)
                .param("role", role)
                .param("office", office)
                .param("field", field, Types.SMALLINT)
                .param("from", from)
                .param("to", to)
                .param("by", CurrentUser.require().id())
                .query(Integer.class)
                .single();
        counted(user);
        var told = new LinkedHashMap<String, Object>();
        told.put("grant", id);
        told.put("role", role);
        told.put("office", office);
        told.put("field", field);
        told.put("from", from.toString());
        told.put("to", to.toString());
        trail.write("identity.grant.given", "user:" + user, null, told);
        return id;
    }

    /** Brings the end of a grant forward. @param on first day on which it no longer holds */
    @Transactional
    public void endGrant(int user, int grant, LocalDate on, int version) {
        notOneself(user, "identity.problem.own-grants");
        int office = jdbc.sql("select office_id from identity.user_grant where id = :grant and user_id = :user")
                .param("grant", grant)
                .param("user", user)
                .query(Integer.class)
                .optional()
                .orElseThrow(Problem::notFound);
        area.requireOffice(office);
        changed(user, version);
        int ended = jdbc.sql("""
                        update identity.user_grant set valid_to = greatest(valid_from, :on), ended_by = :by, ended_at = :now
                        where id = :grant and valid_to > :on""")
                .param("grant", grant)
                .param("on", on)
                .param("by", CurrentUser.require().id())
                .param("now", now())
                .update();
        if (ended == 0) {
            throw Problem.refused("identity.problem.grant-ended", on);
        }
        trail.write("identity.grant.ended", "user:" + user, null, Map.of("grant", grant, "to", on.toString()));
    }

    @Transactional
    public void rename(int user, String name, int version) {
        area.requireUser(user);
        if (name.isBlank()) {
            throw Problem.refused("identity.problem.name-missing");
        }
        String before = jdbc.sql("select name from identity.app_user where id = :user").param("user", user).query(String.class).single();
        changed(user, version);
        jdbc.sql("update identity.app_user set name = :name where id = :user").param("name", name.strip()).param("user", user).update();
        trail.write("identity.account.renamed", "user:" + user, Map.of("name", before), Map.of("name", name.strip()));
    }

    /** Closes an account (whoever is signed in under it is out at the next request) or opens it again. */
    @Transactional
    public void close(int user, boolean closed, int version) {
        notOneself(user, "identity.problem.own-account");
        area.requireUser(user);
        changed(user, version);
        jdbc.sql("update identity.app_user set disabled_at = :at where id = :user")
                .param("at", closed ? now() : null, Types.TIMESTAMP)
                .param("user", user)
                .update();
        trail.write(closed ? "identity.account.closed" : "identity.account.reopened", "user:" + user, null, null);
    }

    /** Sets a password that must be changed at the next sign-in, and takes second factor and passkeys away: whoever lost the telephone lost both. */
    @Transactional
    public void giveOncePassword(int user, String password, int version) {
        area.requireUser(user);
        changed(user, version);
        jdbc.sql("""
                        update identity.app_user set password_hash = :hash, password_set_at = :now, password_once = true,
                            second_factor = null, second_factor_step = null where id = :user""")
                .param("hash", passwords.hash(password))
                .param("now", now())
                .param("user", user)
                .update();
        jdbc.sql("delete from identity.passkey where user_id = :user").param("user", user).update();
        trail.write("identity.password.given", "user:" + user, null, null);
    }

    private List<Held> heldBetween(int user, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select role, valid_from as "from", valid_to as "to" from identity.user_grant
                        where user_id = :user and valid_from < valid_to and valid_from < :to and :from < valid_to""")
                .param("user", user)
                .param("from", from)
                .param("to", to)
                .query(Held.class)
                .list();
    }

    private void counted(int user) {
        jdbc.sql("update identity.app_user set version = version + 1 where id = :user").param("user", user).update();
    }

    /** @throws Problem conflict when somebody else has changed the account since the page was read */
    private void changed(int user, int version) {
        int rows = jdbc.sql("update identity.app_user set version = version + 1 where id = :user and version = :version")
                .param("user", user)
                .param("version", version)
                .update();
        if (rows == 0) {
            throw Problem.conflict("shell.problem.changed");
        }
    }

    private static void notOneself(int user, String code) {
        if (CurrentUser.require().id() == user) {
            throw Problem.refused(code);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Today in Viet Nam: the day on which a change asked for "now" takes hold. */
    public LocalDate today() {
        return VietnamTime.today(clock);
    }
}
