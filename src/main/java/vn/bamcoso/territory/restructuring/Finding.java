package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places that rows name: what was there on the day before, and what is there on the effective day. */
final class Finding {
    private static final Pattern NAMED = Pattern.compile("([NPDC]?)([0-9]{2,5}|VN)(?:@(\\d{4}-\\d{2}-\\d{2}))?");
    private final Ground ground;
    private final LocalDate day;
    private final Faults faults;
    private final Map<String, Integer> founded = new HashMap<>();

    private record Named(String level, String code, LocalDate day) {}

    Finding(Ground ground, LocalDate day, Faults faults) {
        this.ground = ground;
        this.day = day;
        this.faults = faults;
    }

    void founded(State state) {
        founded.put(state.level() + state.code(), state.place());
    }

    /** The state, on the day before, of what the row changes; its fault is told when there is none. */
    Optional<State> old(Change change) {
        return on(change, change.place(), day.minusDays(1), false);
    }

    /** The state on the effective day of what the row changes. */
    Optional<State> present(Change change) {
        return on(change, change.place(), day, false);
    }

    /** The place that the row names as successor or parent, on the effective day; units founded by the act come first. */
    Optional<State> fresh(Change change, String name) {
        return on(change, name, day, true);
    }

    private Optional<State> on(Change change, String name, LocalDate when, boolean fresh) {
        Optional<Named> named = parse(name, when);
        if (named.isEmpty()) {
            faults.add(change, "territory.fault.name", name);
            return Optional.empty();
        }
        Named it = named.get();
        if (fresh && founded.containsKey(it.level() + it.code()) && !it.day().isBefore(day)) {
            return ground.on(founded.get(it.level() + it.code()), day);
        }
        Optional<State> bearer = ground.bearing(it.level(), it.code(), it.day());
        if (bearer.isEmpty()) {
            faults.add(change, fresh ? "territory.fault.successor" : "territory.fault.place", name, it.day());
            return Optional.empty();
        }
        Optional<State> then = ground.on(bearer.get().place(), when);
        if (then.isEmpty()) {
            LocalDate last = ground.of(bearer.get().place()).getLast().to();
            if (last.isAfter(when)) {
                faults.add(change, "territory.fault.not-yet", bearer.get().fullName(), ground.of(bearer.get().place()).getFirst().from(), day);
            } else {
                faults.add(change, "territory.fault.gap", bearer.get().fullName(), last.minusDays(1), day);
            }
        }
        return then;
    }

    private static Optional<Named> parse(String name, LocalDate when) {
        Matcher parts = NAMED.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String level = switch (parts.group(1)) {
            case "N" -> "nation";
            case "P" -> "province";
            case "D" -> "district";
            case "C" -> "commune";
            default -> switch (parts.group(2).length()) {
                case 2 -> parts.group(2).equals("VN") ? "nation" : "province";
                case 3 -> "district";
                default -> "commune";
            };
        };
        try {
            return Optional.of(new Named(level, parts.group(2), parts.group(3) == null ? when : LocalDate.parse(parts.group(3))));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
