package vn.bamcoso.territory;

import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;

/**
 * Finds places as people type them: without accents or with wrong ones, in old or new tone placement, from the beginning of
 * the name or from its middle, with "tt", "p.", "tx" for the kind, with the province after a comma or simply behind the
 * name, and with a slip of the finger. Answers within a few milliseconds from a trigram index.
 */
@Component
public class PlaceSearch {
    /** @param total how many there are in all; {@code places} is one page of them, best first */
    public record Found(int total, List<Place> places) {}

    private static final Map<Pattern, String> SHORT = shortForms();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_NAMES = Pattern.compile("[^\\p{L}\\p{N} ,'’-]+");
    private static final String SEARCH = Sql.beside(PlaceSearch.class, "search.sql");
    private static final String SIMILAR = Sql.beside(PlaceSearch.class, "similar.sql");
    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param text as typed; nothing is found for an empty one
     * @param day places alive on that day only; null for places of any day (today's first)
     * @param level province, district or commune; null for all
     */
    @Transactional(readOnly = true)
    public Found find(String text, @Nullable LocalDate day, @Nullable String level, int limit, int offset) {
        String asked = tidy(text);
        if (asked.isEmpty()) {
            return new Found(0, List.of());
        }
        int comma = asked.indexOf(',');
        if (comma >= 0) {
            return ask(SEARCH, asked.substring(0, comma).strip(), asked.substring(comma + 1).replace(",", " ").strip(), day, level, limit, offset);
        }
        Found whole = ask(SEARCH, asked, "", day, level, limit, offset);
        for (int space = asked.lastIndexOf(' '); whole.total() == 0 && space > 0; space = asked.lastIndexOf(' ', space - 1)) {
            whole = ask(SEARCH, asked.substring(0, space), asked.substring(space + 1), day, level, limit, offset);
        }
        return whole.total() > 0 ? whole : ask(SIMILAR, asked, "", day, level, limit, offset);
    }

    private Found ask(String sql, String name, String area, @Nullable LocalDate day, @Nullable String level, int limit, int offset) {
        int[] total = {0};
        String folded = fold(name);
        List<Place> places = jdbc.sql(sql)
                .param("name", folded)
                .param("typed", name)
                .param("prefix", folded + "%")
                .param("part", folded.length() < 3 ? "" : "%" + folded + "%")
                .param("area", fold(area))
                .param("day", day, Types.DATE)
                .param("level", level, Types.VARCHAR)
                .param("today", VietnamTime.today(clock))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> {
                    total[0] = row.getInt("total");
                    return Place.read(row);
                })
                .list();
        return new Found(total[0], places);
    }

    /** As {@code territory.fold} in the database. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("").replace('đ', 'd').replace('’', '\'');
    }

    static String tidy(String text) {
        String asked = " " + Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT) + " ";
        for (var form : SHORT.entrySet()) {
            asked = form.getKey().matcher(asked).replaceAll(form.getValue());
        }
        return NOT_NAMES.matcher(asked).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static Map<Pattern, String> shortForms() {
        var forms = new LinkedHashMap<Pattern, String>();
        List.of("tp=thành phố", "tx=thị xã", "tt=thị trấn", "đk=đặc khu", "dk=đặc khu", "p=phường", "q=quận", "h=huyện", "x=xã", "t=tỉnh")
                .forEach(form -> forms.put(Pattern.compile("(?<=[ ,])" + form.split("=")[0] + "(?:\\.\\s*|\\s+)(?=\\S)"), form.split("=")[1] + " "));
        return forms;
    }
}
