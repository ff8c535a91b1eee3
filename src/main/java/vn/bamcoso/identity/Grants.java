package vn.bamcoso.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Who holds which role where. Seeing and storing are guarded by the database from the same grants; ask here who may do
 * an act (sign, approve, issue) that not everybody who may write there may do.
 */
@Component
public class Grants {
    /**
     * A role at an office for some days.
     *
     * @param officeKind commune, district, provincial, department, ministry …
     * @param placeId what the office serves that day; null when it serves none
     * @param field field of work (access.field); null for all of them
     * @param to first day on which it no longer holds
     */
    public record Grant(
            int id, String role, int officeId, String officeName, String officeKind, @Nullable Integer placeId, @Nullable Short field, LocalDate from, LocalDate to) {}

    private static final List<String> LEVELS = List.of("nation", "province", "district", "commune");

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;

    Grants(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    /** The grants of a user that hold on a day and whose office stands on it, widest first; empty for a disabled user. */
    public List<Grant> of(int userId, LocalDate day) {
        return Once.ask(List.of(Grants.class, userId, day), () -> jdbc.sql("""
                        select g.id, g.role, g.office_id, o.name as office_name, o.kind as office_kind, o.place_id, g.field, g.valid_from as "from", g.valid_to as "to"
                        from identity.user_grant g
                        join identity.app_user u on u.id = g.user_id and u.disabled_at is null
                        join territory.pub_office o on o.office_id = g.office_id and o.valid_from <= :day and :day < o.valid_to
                        where g.user_id = :user and g.valid_from <= :day and :day < g.valid_to
                        order by o.kind <> 'ministry', o.kind <> 'department', o.kind <> 'provincial', g.id""")
                .param("user", userId)
                .param("day", day)
                .query(Grant.class)
                .list());
    }

    /** The grants under which this user acts now: all that hold today, or the one chosen. */
    public List<Grant> of(CurrentUser user) {
        return of(user.id(), VietnamTime.today(clock)).stream()
                .filter(grant -> user.actingGrant() == 0 || grant.id() == user.actingGrant())
                .toList();
    }

    /**
     * The widest place that this user's grants cover today for a field of work; the nation for the program itself, empty
     * for who sees nothing of the field.
     *
     * @param blind roles that open no content of the asking room
     */
    public Optional<Place> widest(CurrentUser user, short field, Collection<String> blind) {
        if (user.id() == 0) {
            return Optional.of(places.nation());
        }
        LocalDate today = VietnamTime.today(clock);
        return of(user).stream()
                .filter(grant -> grant.placeId() != null && (grant.field() == null || grant.field() == field) && !blind.contains(grant.role()))
                .flatMap(grant -> places.byId(grant.placeId(), today).stream())
                .min(Comparator.comparingInt((Place place) -> LEVELS.indexOf(place.level())));
    }

    /** Whether the user holds the role today at exactly this office. The program itself may always. */
    public boolean mayAt(CurrentUser user, String role, int officeId) {
        return user.id() == 0 || of(user).stream().anyMatch(grant -> grant.role().equals(role) && grant.officeId() == officeId);
    }

    /** Whether anybody but this user holds one of the roles today at exactly this office. */
    public boolean othersAt(int officeId, int userId, Collection<String> roles) {
        return jdbc.sql("""
                        select exists (select from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null
                        where g.office_id = :office and g.user_id <> :user and g.role in (:roles) and g.valid_from <= :day and :day < g.valid_to)""")
                .param("office", officeId)
                .param("user", userId)
                .param("roles", roles)
                .param("day", VietnamTime.today(clock))
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the user holds the role today, for this field of work, at an office whose area contains the place on
     * today's map: a place of any day, through its successors.
     */
    public boolean mayFor(CurrentUser user, String role, int placeId, short field) {
        if (user.id() == 0) {
            return true;
        }
        LocalDate today = VietnamTime.today(clock);
        return of(user).stream()
                .filter(grant -> grant.role().equals(role) && grant.placeId() != null && (grant.field() == null || grant.field() == field))
                .anyMatch(grant -> places.holds(grant.placeId(), placeId, today));
    }

    /** @throws Problem forbidden, naming the role that is needed, unless {@link #mayAt} */
    public void requireAt(CurrentUser user, String role, int officeId) {
        if (!mayAt(user, role, officeId)) {
            throw Problem.forbidden("identity.problem.role-needed");
        }
    }

    /** @throws Problem forbidden unless {@link #mayFor} */
    public void requireFor(CurrentUser user, String role, int placeId, short field) {
        if (!mayFor(user, role, placeId, field)) {
            throw Problem.forbidden("identity.problem.role-needed");
        }
    }
}
