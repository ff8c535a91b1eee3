package vn.bamcoso.staffing.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.staffing.LanguagesOfPlaces;
import vn.bamcoso.staffing.selection.Selection;

/** Reads what a plan starts from: the vacant posts of an area on a day, and everybody who serves there. Each sees what the asker may see. */
@Component
class Ground {
    private static final String VACANT = Sql.beside(Ground.class, "vacant.sql");
    private static final String CANDIDATES = Sql.beside(Ground.class, "candidates.sql");

    /** A word of a person on one move. */
    record Word(int officeId, short titleId, int officerId, boolean pin) {}

    /**
     * @param seats one for each vacant post, the weightiest first
     * @param bars for each seat's number, how many officers each bar keeps away from it
     * @param codes official code of each office's place
     */
    record Start(List<Seat> seats, int candidates, Map<Integer, Map<Fit.Bar, Integer>> bars, List<Person> people, Map<Integer, String> codes) {}

    /** @param unfit titles for which the rules of selection bar the officer */
    record Person(Candidate officer, boolean leads, Set<Short> unfit) {
        Fit.@Nullable Bar bar(Target post, Rules rules, LocalDate day, boolean vetoed) {
            Fit.Bar bar = Fit.bar(post, officer, rules, day, leads, vetoed);
            return bar == null && unfit.contains(post.titleId()) ? Fit.Bar.NOT_CHOSEN : bar;
        }
    }

    private final JdbcClient jdbc;
    private final LanguagesOfPlaces languages;
    private final Selection selection;

    Ground(JdbcClient jdbc, LanguagesOfPlaces languages, Selection selection) {
        this.jdbc = jdbc;
        this.languages = languages;
        this.selection = selection;
    }

    @Transactional(readOnly = true)
    public Start read(int area, LocalDate day, Rules rules, List<Word> words) {
        return read(area, day, rules, words, false);
    }

    /** @param everybody also those whose office can give nobody away */
    @Transactional(readOnly = true)
    public Start read(int area, LocalDate day, Rules rules, List<Word> words, boolean everybody) {
        Map<Integer, Set<String>> spoken = languages.byCommune(area, day);
        var codes = new HashMap<Integer, String>();
        List<Target> vacant = jdbc.sql(VACANT).param("area", area).param("day", day).query((row, n) -> {
            codes.put(row.getInt("office_id"), row.getString("code"));
            return target(row, spoken.getOrDefault(row.getInt("place_id"), Set.of()));
        }).list();
        var sources = new HashMap<Integer, Candidate.Source>();
        List<Selection.Rule> chosenBy = selection.on(day);
        List<Person> people = jdbc.sql(CANDIDATES).param("area", area).param("day", day).param("everybody", everybody)
                .query((row, n) -> new Person(candidate(row, sources), row.getBoolean("leads"), unfit(row, chosenBy, day))).list();
        return start(vacant, people, codes, day, rules, words);
    }

    private static Set<Short> unfit(ResultSet row, List<Selection.Rule> rules, LocalDate day) throws SQLException {
        if (rules.isEmpty()) {
            return Set.of();
        }
        var person = new Selection.Person(row.getInt("birth_year"), row.getString("rank"), row.getString("education"), row.getObject("party_since", LocalDate.class), row.getObject("entered_on", LocalDate.class), row.getString("rating"));
        var unfit = new HashSet<Short>();
        for (short title = 1; title <= 3; title++) {
            if (!Selection.broken(rules, person, title, day).isEmpty()) {
                unfit.add(title);
            }
        }
        return unfit;
    }

    private static Start start(List<Target> vacant, List<Person> people, Map<Integer, String> codes, LocalDate day, Rules rules, List<Word> words) {
        var seats = new ArrayList<Seat>();
        var bars = new HashMap<Integer, Map<Fit.Bar, Integer>>();
        var pinnedOfficers = new HashSet<Integer>();
        words.stream().filter(Word::pin).forEach(word -> pinnedOfficers.add(word.officerId()));
        for (Target post : vacant) {
            List<Word> said = words.stream().filter(word -> word.officeId() == post.officeId() && word.titleId() == post.titleId()).toList();
            var eligible = new ArrayList<Candidate>();
            var barred = new EnumMap<Fit.Bar, Integer>(Fit.Bar.class);
            for (Person person : people) {
                Candidate officer = person.officer();
                boolean vetoed = said.stream().anyMatch(word -> !word.pin() && word.officerId() == officer.id());
                Fit.Bar bar = person.bar(post, rules, day, vetoed);
                if (bar != null) {
                    barred.merge(bar, 1, Integer::sum);
                } else if (!pinnedOfficers.contains(officer.id())) {
                    eligible.add(officer);
                }
            }
            List<Candidate> pins = said.stream().filter(Word::pin)
                    .flatMap(word -> people.stream().map(Person::officer).filter(officer -> officer.id() == word.officerId())).limit(post.vacant()).toList();
            for (int nth = 0; nth < post.vacant(); nth++) {
                int number = seats.size() + 1;
                bars.put(number, barred);
                seats.add(new Seat(number, post, rules, post.weight(nth), List.copyOf(eligible), nth < pins.size() ? pins.get(nth) : null));
            }
        }
        return new Start(seats, people.size(), bars, people, codes);
    }

    private static Target target(ResultSet row, Set<String> languages) throws SQLException {
        int place = row.getInt("place_id");
        var ages = new HashMap<Integer, Integer>();
        for (String age : list(row.getString("ages"))) {
            String[] pair = age.split(":");
            ages.put(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]));
        }
        return new Target(
                row.getInt("office_id"), row.getString("office_name"), place, place, row.getInt("district_id"), row.getShort("home"), row.getInt("province_id"), row.getShort("title_id"),
                row.getBoolean("leads"), row.getInt("holders"), row.getInt("least"), row.getBoolean("headed"), row.getInt("number") - row.getInt("of_title"), Map.copyOf(ages), languages);
    }

    private static Candidate candidate(ResultSet row, Map<Integer, Candidate.Source> sources) throws SQLException {
        int office = row.getInt("office_id");
        Candidate.Source source = sources.get(office);
        if (source == null) {
            source = new Candidate.Source(office, row.getString("office_name"), row.getInt("place_id"), row.getInt("spare"));
            sources.put(office, source);
        }
        int commune = row.getInt("origin_commune");
        Candidate.Origin origin = commune == 0 ? null : new Candidate.Origin(commune, row.getInt("origin_district"), row.getShort("origin_home"), row.getInt("origin_province"));
        return new Candidate(
                row.getInt("id"), row.getString("number"), row.getString("name"), row.getInt("birth_year"), Rules.RANKS.indexOf(row.getString("rank")), row.getBoolean("degree"),
                row.getBoolean("party"), origin, source, row.getShort("title_id"), row.getObject("since", LocalDate.class), Set.copyOf(list(row.getString("languages"))));
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
