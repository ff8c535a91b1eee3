package vn.bamcoso.staffing.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The posts of one office on a day: allotted, held by whom, what was before and what comes. */
@Component
public class OfficePosts {
    private static final int YEARS = 2;

    /** @param name null when the record is not open to who asks */
    public record Holder(Postings.Posting posting, @Nullable String number, @Nullable String name, @Nullable String rank) {}

    /** A span in which the same posts are allotted. */
    public record Allotted(short titleId, int number, LocalDate from, @Nullable LocalDate to, String decision, @Nullable LocalDate decidedOn, @Nullable String composition) {}

    /** @param posts cells by title, {@code least} the norm */
    public record Shown(
            Office office, Place place, LocalDate day, Map<Short, Strength.Cell> posts, int least, List<Holder> holders, List<Holder> changes, List<Allotted> allotted, boolean persons) {
        public Strength.Cell all() {
            return posts.values().stream().reduce(new Strength.Cell(0, 0, 0, 0), (a, b) -> new Strength.Cell(a.allotted() + b.allotted(), a.filled() + b.filled(), a.vacant() + b.vacant(), a.surplus() + b.surplus()));
        }

        public List<Holder> of(short title) {
            return holders.stream().filter(one -> one.posting().titleId() == title && one.posting().kind().equals("full")).toList();
        }

        public List<Holder> beside() {
            return holders.stream().filter(one -> !one.posting().kind().equals("full")).toList();
        }
    }

    private final JdbcClient jdbc;
    private final Postings postings;
    private final Officers officers;
    private final Offices offices;
    private final Places places;
    private final Area area;

    OfficePosts(JdbcClient jdbc, Postings postings, Officers officers, Offices offices, Places places, Area area) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.officers = officers;
        this.offices = offices;
        this.places = places;
        this.area = area;
    }

    /** @throws Problem not found when the office does not stand on the day or lies outside the user's area */
    @Transactional(readOnly = true)
    public Shown of(int officeId, LocalDate day) {
        Office office = offices.byId(officeId, day).orElseThrow(Problem::notFound);
        Place place = office.placeId() == null ? places.nation() : places.byId(office.placeId(), day).orElseThrow(Problem::notFound);
        CurrentUser user = CurrentUser.require();
        area.chosen(user, place.key());
        List<Postings.Posting> now = postings.at(officeId, day);
        List<Postings.Posting> changes = postings.changes(officeId, day.minusYears(YEARS), day.plusYears(YEARS));
        Map<Integer, Officers.Officer> known = officers.byIds(java.util.stream.Stream.concat(now.stream(), changes.stream()).map(Postings.Posting::officerId).distinct().toList())
                .stream().collect(Collectors.toMap(Officers.Officer::id, Function.identity()));
        List<Allotted> allotted = jdbc.sql("""
                        select p.title_id, p.number, p.valid_from as "from", case when p.valid_to < 'infinity' then p.valid_to end as "to", p.decision, p.decided_on, c.code as composition
                        from staffing.post p left join staffing.composition c on c.id = p.composition_id
                        where p.office_id = :office and p.valid_from < p.valid_to order by p.valid_from desc, p.title_id""")
                .param("office", officeId).query(Allotted.class).list();
        Map<Short, Strength.Cell> cells = new java.util.TreeMap<>();
        for (Allotted post : allotted) {
            if (!post.from().isAfter(day) && (post.to() == null || post.to().isAfter(day))) {
                cells.put(post.titleId(), new Strength.Cell(post.number(), 0, post.number(), 0));
            }
        }
        now.stream().filter(one -> one.kind().equals("full")).forEach(one -> cells.compute(one.titleId(), (title, cell) -> {
            int number = cell == null ? 0 : cell.allotted();
            int filled = (cell == null ? 0 : cell.filled()) + 1;
            return new Strength.Cell(number, filled, Math.max(0, number - filled), Math.max(0, filled - number));
        }));
        int least = jdbc.sql("select coalesce(max(least), 0) from staffing.post where office_id = :office and valid_from <= :day and valid_to > :day")
                .param("office", officeId).param("day", day).query(Integer.class).single();
        return new Shown(office, place, day, cells, least, now.stream().map(one -> holder(one, known)).toList(), changes.stream().map(one -> holder(one, known)).toList(), allotted,
                area.knowsPersons(user, place.id()));
    }

    private static Holder holder(Postings.Posting posting, Map<Integer, Officers.Officer> known) {
        Officers.Officer officer = known.get(posting.officerId());
        return officer == null ? new Holder(posting, null, null, null) : new Holder(posting, officer.number(), officer.name(), officer.rank());
    }
}
