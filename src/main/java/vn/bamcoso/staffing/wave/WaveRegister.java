package vn.bamcoso.staffing.wave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.selection.Selection;

/** What the rows of a wave's file are looked up in: officers by number, offices by code, titles by name; each in one question. */
@Component
class WaveRegister {
    private static final List<String> KINDS = List.of("commune", "police_post", "district", "provincial");

    /** @param later already posted from the wave's first day on; {@code changed} moved by the wave that is being amended */
    record Known(
            int id, String number, boolean left, boolean later, boolean changed, @Nullable Integer office, @Nullable Short title,
            int birthYear, String rank, String education, @Nullable LocalDate partySince, LocalDate enteredOn, @Nullable String rating) {
        Selection.Person person() {
            return new Selection.Person(birthYear, rank, education, partySince, enteredOn, rating);
        }
    }

    /** @param since first day of the place as it is, which its keys may name */
    record Target(int office, String kind, LocalDate since) {}

    private final JdbcClient jdbc;
    private final Titles titles;

    WaveRegister(JdbcClient jdbc, Titles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    /** @param changing the wave that is being amended, whose own postings are no hindrance; 0 for none */
    Map<String, Known> officers(Collection<String> numbers, LocalDate day, int changing) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                        -- Which of these numbers are officers, do they still serve, and where are they the day before?
                        select o.id, o.number, o.left_on <= :day as "left",
                               exists (select from staffing.posting n where n.officer_id = o.id and n.kind = 'full' and n.valid_from >= :day and n.valid_from < n.valid_to and n.wave_id is distinct from :wave) as later,
                               exists (select from staffing.posting n where n.officer_id = o.id and n.wave_id = :wave and n.valid_to = 'infinity') as changed,
                               p.office_id as office, p.title_id as title, o.birth_year, o.rank, o.education, o.party_since, o.entered_on,
                               (select r.rating from staffing.rating r where r.officer_id = o.id order by r.year desc, r.noted_at desc limit 1) as rating
                        from staffing.officer o
                        left join staffing.posting p on p.officer_id = o.id and p.kind = 'full' and p.valid_from < p.valid_to
                             and case when p.wave_id = :wave then p.valid_to = 'infinity'
                                      else p.valid_from < :day and p.valid_to >= :day and not exists (select from staffing.posting n where n.officer_id = o.id and n.wave_id = :wave and n.valid_to = 'infinity') end
                        where o.number = any (:numbers)""")
                .param("day", day).param("wave", changing).param("numbers", numbers.toArray(String[]::new)).query(Known.class).list().forEach(one -> known.put(one.number(), one));
        return known;
    }

    /** Offices of the day, by level and code of their place (C00721); those of communes by the official code alone too. */
    Map<String, Target> offices(LocalDate day) {
        Map<String, Target> offices = new HashMap<>();
        jdbc.sql("""
                        select p.code, p.key, o.office_id, o.kind, p.valid_from from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
                        where o.kind = any (:kinds) and o.valid_from <= :day and :day < o.valid_to order by o.office_id desc""")
                .param("day", day).param("kinds", KINDS.toArray(String[]::new)).query(row -> {
                    var target = new Target(row.getInt(3), row.getString(4), row.getObject(5, LocalDate.class));
                    offices.put(row.getString(2).replaceFirst("@.*", ""), target);
                    if (target.kind().equals("commune") || target.kind().equals("police_post")) {
                        offices.put(row.getString(1), target);
                    }
                });
        return offices;
    }

    /** By official code of a commune, or by the key of any place with any of its days; Excel drops the zeros before a code of five digits. */
    static @Nullable Target find(Map<String, Target> offices, String typed) {
        String code = typed.length() < 5 && typed.matches("\\d+") ? "0".repeat(5 - typed.length()) + typed : typed;
        int at = code.indexOf('@');
        if (at < 0) {
            return offices.get(code);
        }
        Target found = offices.get(code.substring(0, at));
        try {
            return found != null && !LocalDate.parse(code.substring(at + 1)).isBefore(found.since()) ? found : null;
        } catch (java.time.format.DateTimeParseException noDay) {
            return null;
        }
    }

    /** Titles by their names, short names and codes. */
    Map<String, Titles.Title> titles(LocalDate day) {
        Map<String, Titles.Title> names = new HashMap<>();
        titles.on(day).values().stream().filter(title -> title.part().equals("post")).forEach(title -> {
            names.put(Folding.fold(title.nameVi()), title);
            names.put(Folding.fold(title.nameVi().replace("cấp xã", "xã")), title);
            names.put(Folding.fold(title.code()), title);
        });
        return names;
    }

    /** Whether an office of this kind has the title; a police post has those of a commune. */
    static boolean fits(Target office, Titles.Title title) {
        return title.office().equals(office.kind().equals("police_post") ? "commune" : office.kind());
    }
}
