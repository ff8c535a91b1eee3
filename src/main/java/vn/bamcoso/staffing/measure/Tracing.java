package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Measure.Trace;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Down from a counted number to the office whose records it was counted from; to the persons only where their records are open to the asker. */
@Component
class Tracing {
    private final Offices offices;
    private final Places places;
    private final Postings postings;
    private final Officers officers;
    private final Titles titles;

    Tracing(Offices offices, Places places, Postings postings, Officers officers, Titles titles) {
        this.offices = offices;
        this.places = places;
        this.postings = postings;
        this.officers = officers;
        this.titles = titles;
    }

    /** The office that serves the place on the day, then the holders of its posts, by number only where no more is open. */
    @Transactional(readOnly = true)
    public List<Trace> posts(LocalDate day, int placeId, @Nullable Instant known, Locale locale) {
        Optional<Office> office = offices.serving(placeId, day);
        Optional<Place> place = places.byId(placeId, day);
        if (office.isEmpty() || place.isEmpty()) {
            return List.of();
        }
        List<Postings.Posting> held = postings.at(office.get().id(), day).stream().filter(one -> known == null || !one.knownFrom().isAfter(known)).toList();
        List<Trace> lines = new ArrayList<>();
        lines.add(new Trace(office.get().name(), "/staffing/posts?place=" + place.get().key() + "&on=" + day, BigDecimal.valueOf(held.stream().filter(Tracing::counts).count()), null));
        Map<Integer, Officers.Officer> open = new HashMap<>();
        officers.byIds(held.stream().map(Postings.Posting::officerId).distinct().toList()).forEach(one -> open.put(one.id(), one));
        Map<Short, Titles.Title> names = titles.on(day);
        for (Postings.Posting one : held) {
            Officers.Officer person = open.get(one.officerId());
            if (person != null) {
                lines.add(new Trace(person.number() + " · " + person.name(), "/staffing/officers/" + person.id(), null,
                        names.get(one.titleId()).name(Texts.of(locale)) + " · " + one.from().format(java.time.format.DateTimeFormatter.ofPattern("d/M/yyyy"))));
            }
        }
        return lines;
    }

    private static boolean counts(Postings.Posting posting) {
        return posting.kind().equals("full");
    }
}
