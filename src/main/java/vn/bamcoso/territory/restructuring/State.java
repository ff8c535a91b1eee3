package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state of a place while a restructuring is worked out. Open days are {@link LocalDate#MIN} and {@link LocalDate#MAX};
 * a place that is not in the database yet has a negative number.
 */
record State(
        int place, LocalDate from, LocalDate to, String level, String code, String kind, String name, String fullName, @Nullable Integer parent,
        String fromQuality, @Nullable String resolution, @Nullable Integer act) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean open() {
        return from.equals(LocalDate.MIN);
    }

    State until(LocalDate end) {
        return new State(place, from, end, level, code, kind, name, fullName, parent, fromQuality, resolution, act);
    }

    /** The same from a day on, brought about by an act. */
    State since(LocalDate start, Document document) {
        return new State(place, start, to, level, code, kind, name, fullName, parent, "exact", document.label(), document.act());
    }

    State under(@Nullable Integer newParent) {
        return new State(place, from, to, level, code, kind, name, fullName, newParent, fromQuality, resolution, act);
    }

    State called(String newKind, String newName) {
        return new State(place, from, to, level, code, newKind, newName, UnitKind.of(newKind).orElseThrow().fullName(newName), parent, fromQuality, resolution, act);
    }
}
