package vn.bamcoso.bench;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The users as whom the benchmark asks: one of the Ministry Office, one clerk of xã Đồng Văn. */
record People(String ministry, String clerk, String password, int clerksPlace) {
    static People settle(Owner owner) {
        String password = java.util.UUID.randomUUID().toString();
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(password);
        int place = owner.sql().sql("select place_id from territory.pub_place where key = 'C00721@2025-07-01'").query(Integer.class).single();
        String run = Long.toString(System.currentTimeMillis(), 36);
        user(owner, "bench.vanphong." + run, hash, "ministry_office", "o.kind = 'department' and o.code = 'V01'");
        user(owner, "bench.tonghop." + run, hash, "commune_clerk", "o.kind = 'commune' and o.valid_to = 'infinity' and o.place_id = " + place);
        return new People("bench.vanphong." + run, "bench.tonghop." + run, password, place);
    }

    private static void user(Owner owner, String login, String hash, String role, String office) {
        owner.sql().sql("""
                        with made as (insert into identity.app_user (login, name, password_hash, password_set_at) values (:login, :login, :hash, now()) returning id)
                        insert into identity.user_grant (user_id, role, office_id, valid_from, valid_to, given_by)
                        select made.id, :role, o.office_id, date '2020-01-01', date '2100-01-01', 0 from made, territory.pub_office o where %s limit 1""".formatted(office))
                .param("login", login)
                .param("hash", hash)
                .param("role", role)
                .update();
    }
}
