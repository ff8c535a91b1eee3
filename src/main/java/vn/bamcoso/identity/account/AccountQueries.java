package vn.bamcoso.identity.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.identity.Accounts;
import vn.bamcoso.identity.AdministratorsArea;

/** What the pages of accounts show: who may sign in under which grants, and nothing of what anybody writes. */
@Component
public class AccountQueries {
    static final int PAGE = 50;
    private static final String LIST = Sql.beside(AccountQueries.class, "accounts.sql");

    /** Parts of a role held at an office. */
    public record Hat(String role, String office) {}

    /** @param waiting true while no password of the user's own is set */
    public record Line(int id, String login, String name, boolean closed, boolean waiting, List<Hat> hats) {}

    public record Found(List<Line> lines, int total) {}

    public record Account(int id, String login, String name, boolean closed, boolean waiting, boolean secondFactor, @Nullable Instant passwordSetAt, int version) {}

    /** @param field Vietnamese and English name of the field of work; null for all. @param open true while it holds or will hold */
    public record Given(int id, String role, String office, @Nullable String fieldVi, @Nullable String fieldEn, LocalDate from, @Nullable LocalDate to, boolean open, boolean officeStands) {}

    /** @param where the province, to tell offices of one name apart */
    public record OfficeChoice(int id, String name, @Nullable String where) {}

    public record Named(String code, String vi, String en) {}

    private final JdbcClient jdbc;
    private final AdministratorsArea area;
    private final Accounts accounts;

    AccountQueries(JdbcClient jdbc, AdministratorsArea area, Accounts accounts) {
        this.jdbc = jdbc;
        this.area = area;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public Found find(String q, String role, String state, int page) {
        record Row(int id, String login, String name, boolean closed, boolean waiting, int total, @Nullable String grants) {}
        List<Integer> places = area.requireAny();
        List<Row> rows = jdbc.sql(LIST)
                .param("area", places)
                .param("nation", area.isNation(places))
                .param("q", q.strip())
                .param("role", role)
                .param("state", state)
                .param("day", accounts.today())
                .param("size", PAGE)
                .param("offset", (Math.max(1, page) - 1) * PAGE)
                .query(Row.class)
                .list();
        return new Found(
                rows.stream().map(row -> new Line(row.id(), row.login(), row.name(), row.closed(), row.waiting(), hats(row.grants()))).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private static List<Hat> hats(@Nullable String grants) {
        return grants == null ? List.of() : Arrays.stream(grants.split("~")).map(grant -> grant.split("\\|", 2)).map(parts -> new Hat(parts[0], parts[1])).distinct().toList();
    }

    /** @throws Problem not found outside the area */
    @Transactional(readOnly = true)
    public Account account(int id) {
        area.requireUser(id);
        return jdbc.sql("""
                        select id, login, name, disabled_at is not null as closed, password_hash is null or password_once as waiting,
                               second_factor is not null as second_factor, password_set_at, version
                        from identity.app_user where id = :id""")
                .param("id", id)
                .query((row, n) -> new Account(
                        row.getInt("id"), row.getString("login"), row.getString("name"), row.getBoolean("closed"), row.getBoolean("waiting"),
                        row.getBoolean("second_factor"),
                        row.getTimestamp("password_set_at") == null ? null : row.getTimestamp("password_set_at").toInstant(), row.getInt("version")))
                .single();
    }

    /** Whether the password of this user was given by an administrator and waits to be changed. */
    public boolean waiting(int user) {
        return jdbc.sql("select password_once from identity.app_user where id = :id").param("id", user).query(Boolean.class).single();
    }

    /** All grants of a user, those that hold first. The caller has asked for the account before. */
    @Transactional(readOnly = true)
    public List<Given> grants(int user) {
        return jdbc.sql("""
                        -- Every grant with the name its office has, or had last.
                        select g.id, g.role, o.name as office, f.name_vi as field_vi, f.name_en as field_en, g.valid_from as "from",
                               nullif(g.valid_to, date '2100-01-01') as "to", :day < g.valid_to as open, :day < o.valid_to as office_stands
                        from identity.user_grant g
                        left join access.field f on f.id = g.field
                        cross join lateral (select p.name, p.valid_to from territory.pub_office p where p.office_id = g.office_id order by p.valid_to desc limit 1) o
                        where g.user_id = :user order by g.valid_to <= :day, g.valid_from desc, g.id""")
                .param("user", user)
                .param("day", accounts.today())
                .query(Given.class)
                .list();
    }

    /** Offices of the area that stand today and whose name, sign or province has every word, accents or not; the nearest to the top first. */
    @Transactional(readOnly = true)
    public List<OfficeChoice> offices(String words, int most) {
        String[] each = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isBlank()).toArray(String[]::new);
        return jdbc.sql("""
                        with standing as (
                            select o.office_id as id, o.name, o.kind, o.code, p.name as province,
                                   unaccent(lower(o.name || ' ' || o.code || ' ' || coalesce(p.name, ''))) as folded
                            from territory.pub_office o
                            join territory.pub_reach mine on mine.place_id = o.place_id and mine.ancestor_id in (:area) and mine.vintage_id = (select territory.vintage_of(:day))
                            left join territory.pub_reach r on r.vintage_id = mine.vintage_id and r.place_id = o.place_id and r.level = 'province'
                            left join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :day and :day < p.valid_to
                            where o.valid_from <= :day and :day < o.valid_to),
                        fitting as (
                            select distinct id, name, case when kind in ('commune', 'police_post') then province end as "where", unaccent(array_to_string(:words, ' ')) in (unaccent(lower(name)), lower(code)) as whole
                            from standing where (select bool_and(folded like '%' || unaccent(word) || '%') from unnest(:words) as word))
                        select id, name, "where" from fitting
                        where whole or not exists (select from fitting where whole) -- who writes the whole name is not asked which of those that contain it
                        order by length(name), name limit :most""")
                .param("area", area.requireAny())
                .param("day", accounts.today())
                .param("words", each)
                .param("most", most)
                .query((row, n) -> new OfficeChoice(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    public List<Named> roles() {
        return jdbc.sql("""
                        select code, name_vi as vi, name_en as en from identity.role
                        order by array_position(array['commune_clerk', 'commune_chief', 'commune_deputy', 'provincial_staff', 'provincial_director',
                            'ministry_office', 'department', 'leader', 'records_clerk', 'gazetteer_keeper'], code)""")
                .query(Named.class)
                .list();
    }

    public List<Named> fields() {
        return jdbc.sql("select id::text as code, name_vi as vi, name_en as en from access.field order by id").query(Named.class).list();
    }
}
