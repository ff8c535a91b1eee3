package vn.bamcoso.bench;

import java.time.LocalDate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Chiefs of commune police who are alone at their office, and the form of many cells that they send. */
record Chiefs(String password, Integer[] places) {

    String login(int n) {
        return "bench.truong." + (n + 1);
    }

    static Chiefs settle(Owner owner, int count, int cells) {
        String password = java.util.UUID.randomUUID().toString();
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(password);
        LocalDate today = LocalDate.now(vn.bamcoso.basics.VietnamTime.ZONE);
        Integer[] places = owner.sql().sql("""
                        select o.place_id from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to and p.valid_from <= date '2025-09-14'
                        where o.kind = 'commune' and o.valid_from <= :day and :day < o.valid_to group by o.place_id order by o.place_id limit :count""")
                .param("day", today).param("count", count).query(Integer.class).list().toArray(Integer[]::new);
        owner.sql().sql("""
                        with made as (insert into identity.app_user (login, name, password_hash, password_set_at)
                            select 'bench.truong.' || n, 'bench.truong.' || n, :hash, now() from generate_series(1, :count) n returning id, login)
                        insert into identity.user_grant (user_id, role, office_id, valid_from, valid_to, given_by)
                        select m.id, 'commune_chief', (select o.office_id from territory.pub_office o where o.kind = 'commune' and o.place_id = p.place_id and o.valid_from <= :day and :day < o.valid_to limit 1),
                               date '2020-01-01', date '2100-01-01', 0
                        from made m join unnest(:places) with ordinality as p (place_id, n) on m.login = 'bench.truong.' || p.n""")
                .param("hash", hash).param("count", count).param("day", today).param("places", places).update();
        owner.sql().sql("insert into reporting.form (code, name_vi, name_en, about_vi, about_en, field, level, position) values ('bieu-do', 'Biểu đo', 'Measured form', 'Để đo', 'For measuring', 8, 'commune', 99)").update();
        owner.sql().sql("""
                        insert into reporting.form_version (form_id, number, first_end, last_end, period_rule, period_kinds, fingerprint)
                        select id, 1, date '2018-01-01', date '2100-01-01', 'official', '{quarter}', 'bench' from reporting.form where code = 'bieu-do'""").update();
        owner.sql().sql("""
                        insert into reporting.form_line (form_version_id, position, indicator, asked, group_vi, group_en)
                        select v.id, n, 'bench_' || lpad(n::text, 3, '0'), true, 'Nhóm', 'Group'
                        from reporting.form_version v join reporting.form f on f.id = v.form_id and f.code = 'bieu-do', generate_series(1, :cells) n""").param("cells", cells).update();
        owner.sql().sql("""
                        insert into reporting.form_step (form_version_id, position, office_kind, act, deadline, valid_from, valid_to)
                        select v.id, s.position, s.office_kind, s.act, s.deadline, s.valid_from, s.valid_to
                        from reporting.form_version v join reporting.form f on f.id = v.form_id and f.code = 'bieu-do'
                        join reporting.form_step s on s.form_version_id = (select min(o.id) from reporting.form_version o join reporting.form k on k.id = o.form_id and k.code = 'ket-qua-cong-tac')""").update();
        return new Chiefs(password, places);
    }
}
