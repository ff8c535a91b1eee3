package vn.bamcoso.territory.place;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Place;

/**
 * What the page of a place shows.
 *
 * @param place in its state of the day
 * @param day of the key, or the day asked for when the place is alive on it
 * @param asked a day asked for on which the place is not alive; {@code instead} are the places that contain it then
 * @param way the places above it, widest first, without the nation
 */
public record PlacePage(
        Place place, LocalDate day, @Nullable LocalDate asked, List<Place> instead, List<Place> way, List<LifeState> life, List<Relative> predecessors,
        List<Relative> successors, List<KindCount> kinds, List<Part> parts, @Nullable Office office, List<Attribute> attributes) {

    /** The sentence of the page: founded from what, gone into what, or what it consists of. */
    public String headline(Texts texts) {
        LifeState last = life.getLast();
        if (last.until() != null) {
            if (successors.stream().anyMatch(step -> step.key() != null)) {
                return texts.get("territory.headline.gone", place.fullName(), names(successors, texts), last.until().plusDays(1));
            }
            boolean abolished = successors.stream().anyMatch(step -> step.relation().equals("abolished"));
            return texts.get(abolished ? "territory.headline.abolished" : "territory.headline.lost", place.fullName(), last.until());
        }
        if (!predecessors.isEmpty()) {
            return texts.get("territory.headline.founded", place.fullName(), life.getFirst().validFrom() == null ? predecessors.getFirst().day() : life.getFirst().validFrom(), names(predecessors, texts));
        }
        return kinds.isEmpty() ? texts.get("territory.headline.within", place.fullName(), String.join(", ", way.reversed().stream().map(Place::fullName).toList())) : texts.get("territory.headline.consists", place.fullName(), counts(texts));
    }

    /** "2 phường, 5 xã". */
    public String counts(Texts texts) {
        return counts(kinds, texts);
    }

    static String counts(List<KindCount> kinds, Texts texts) {
        return kinds.stream().map(kind -> texts.write(kind.count()) + " " + texts.get("territory.kind." + kind.kind())).collect(Collectors.joining(", "));
    }

    private static String names(List<Relative> steps, Texts texts) {
        List<String> names = steps.stream().filter(step -> step.key() != null).map(Relative::fullName).toList();
        if (names.size() > 5) {
            return String.join(", ", names.subList(0, 4)) + " " + texts.get("territory.and-others", names.size() - 4);
        }
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + " " + texts.get("territory.and") + " " + names.getLast();
    }

    /** Facts of one name in one line; null when nothing is known. */
    public @Nullable String known(String name, Texts texts) {
        List<String> values = attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(attribute -> name.equals("border_country") || name.equals("class") ? texts.get("territory." + name + "." + attribute.value()) : attribute.value())
                .toList();
        return values.isEmpty() ? null : String.join(", ", values);
    }

    public @Nullable String source(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equals(name)).map(Attribute::source).findFirst().orElse(null);
    }

    /** Which facts may be known of a place of this level. */
    public List<String> facts() {
        return switch (place.level()) {
            case "commune" -> List.of("class", "border_country", "population", "area_km2", "language");
            case "nation" -> List.of();
            default -> List.of("border_country", "population", "area_km2");
        };
    }

    public boolean hasDistricts() {
        return parts.stream().anyMatch(part -> part.districts() > 0);
    }
}
