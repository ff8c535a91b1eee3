package vn.bamcoso.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;

/**
 * How far an administrator's hand reaches: the ministry's over all accounts, a province's over those whose grants all lie
 * in the province. Outside it an account is not there.
 */
@Component
public class AdministratorsArea {
    public static final String ROLE = "administrator";

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Clock clock;

    AdministratorsArea(JdbcClient jdbc, Grants grants, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.clock = clock;
    }

    /** Places whose accounts the user keeps; never empty. @throws Problem not found for everybody else */
    public List<Integer> requireAny() {
        CurrentUser user = CurrentUser.require();
        List<Integer> places = user.id() == 0
                ? jdbc.sql("select place_id from territory.pub_place where level = 'nation'").query(Integer.class).list()
                : grants.of(user).stream().filter(grant -> grant.role().equals(ROLE) && grant.placeId() != null).map(Grants.Grant::placeId).distinct().toList();
        if (places.isEmpty()) {
            throw Problem.notFound();
        }
        return places;
    }

    public boolean isNation(List<Integer> places) {
        return jdbc.sql("select exists (select from territory.pub_place where place_id in (:places) and level = 'nation')").param("places", places).query(Boolean.class).single();
    }

    /** @throws Problem not found when the office lies outside the area or does not stand today */
    void requireOffice(int office) {
        boolean within = jdbc.sql("""
                        -- Does the office, today or as it last stood, serve a place of the area?
                        select exists (
                            select from territory.pub_office o
                            join territory.pub_reach r on r.place_id = o.place_id and r.ancestor_id in (:area) and r.vintage_id = (select territory.vintage_of(:day))
                            where o.office_id = :office)""")
                .param("area", requireAny())
                .param("day", today())
                .param("office", office)
                .query(Boolean.class)
                .single();
        if (!within) {
            throw Problem.notFound();
        }
    }

    /** @throws Problem not found unless every grant of the user, past ones too, lies in the area */
    public void requireUser(int user) {
        boolean within = jdbc.sql("""
                        -- Is there such an account, and does every office it ever had a grant at lie in the area? One without grants is the ministry's.
                        select exists (select from identity.app_user where id = :user)
                           and not exists (
                               select from identity.user_grant g where g.user_id = :user and not exists (
                                   select from territory.pub_office o
                                   join territory.pub_reach r on r.place_id = o.place_id and r.ancestor_id in (:area) and r.vintage_id = (select territory.vintage_of(:day))
                                   where o.office_id = g.office_id))
                           and (exists (select from identity.user_grant g where g.user_id = :user)
                                or exists (select from territory.pub_place where place_id in (:area) and level = 'nation'))""")
                .param("user", user)
                .param("area", requireAny())
                .param("day", today())
                .query(Boolean.class)
                .single();
        if (!within) {
            throw Problem.notFound();
        }
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
