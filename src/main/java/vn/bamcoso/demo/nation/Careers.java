package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who served where, made so that on every day of the reviews each commune has as many officers as it reported. Officers come from
 * a district (since March 2025 from the province), change places in January, retire, follow their commune when it is merged, and
 * are at the province's disposal while no post is free. Nobody is lost and nobody is in two places.
 */
public final class Careers {
    static final LocalDate DISTRICTS_END = LocalDate.of(2025, 3, 1);
    static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEGIN = LocalDate.of(2017, 10, 1);
    private static final int RETIREMENT = 57;

    private final Country country;
    private final RollOut rollOut;
    private final Strength strength;
    private final Map<Integer, Integer> heirs;
    private final Set<Integer> offices;
    private final LocalDate today;

    /**
     * @param heirs by an ended commune the one that most of it went to
     * @param offices communes that have an office
     */
    public Careers(Country country, Targets targets, Map<Integer, Integer> heirs, Set<Integer> offices, LocalDate today) {
        this.country = country;
        this.rollOut = new RollOut(country, targets);
        this.strength = new Strength(rollOut);
        this.heirs = heirs;
        this.offices = offices;
        this.today = today;
    }

    /** Communes important for security, and the pilot's. */
    public boolean key(Commune commune) {
        RollOut.Post post = rollOut.of(commune);
        return commune.home() == RollOut.KON_TUM ? post != null && post.pilot() && commune.kind() == Commune.Kind.XA : RollOut.key(commune);
    }

    /** The careers of all who served in this province of the 63 at some time since the beginning. */
    public List<Career> of(short home) {
        return new Province(home).live();
    }

    private TreeSet<LocalDate> days() {
        var days = new TreeSet<>(List.of(RollOut.REVIEW, LocalDate.of(2018, 12, 31), LocalDate.of(2019, 12, 31), LocalDate.of(2020, 10, 31), LocalDate.of(2021, 5, 31),
                LocalDate.of(2022, 5, 14), LocalDate.of(2024, 5, 14), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 7, 31), LocalDate.of(2026, 6, 14)));
        for (LocalDate month = BEGIN; !month.isAfter(today); month = month.plusMonths(1)) {
            days.add(month);
        }
        days.removeIf(day -> day.isAfter(today));
        return days;
    }

    /** One province of the 63 through the years. */
    private final class Province {
        private final short home;
        private final List<Career> careers = new ArrayList<>();
        private final Map<Integer, List<Career>> seats = new TreeMap<>();
        private final Map<Integer, Boolean> important = new HashMap<>();
        private final Deque<Career> atDisposal = new ArrayDeque<>();
        private List<Commune> here = List.of();

        Province(short home) {
            this.home = home;
        }

        List<Career> live() {
            var days = days();
            days.addAll(country.changes(home, BEGIN, today));
            for (LocalDate day : days) {
                List<Commune> before = here;
                here = country.on(day, home).stream().filter(commune -> offices.contains(commune.placeId())).toList();
                here.forEach(commune -> important.computeIfAbsent(commune.placeId(), id -> key(commune)));
                if (day.getMonthValue() == 1 && day.getDayOfMonth() == 1) {
                    yearTurns(day);
                }
                fit(day, before.isEmpty() ? here : before);
            }
            return careers;
        }

        private void fit(LocalDate day, List<Commune> before) {
            Map<Integer, Integer> wanted = new HashMap<>();
            here.forEach(commune -> wanted.put(commune.placeId(), officers(commune, day)));
            Map<Integer, Deque<Career>> freed = new HashMap<>();
            seats.forEach((place, holders) -> {
                while (holders.size() > wanted.getOrDefault(place, 0)) {
                    Career leaving = holders.removeLast();
                    freed.computeIfAbsent(wanted.containsKey(place) ? 0 : heirs.getOrDefault(place, 0), to -> new ArrayDeque<>()).addFirst(leaving);
                }
            });
            for (Commune commune : here) {
                List<Career> holders = seats.computeIfAbsent(commune.placeId(), place -> new ArrayList<>());
                Deque<Career> heirs = freed.getOrDefault(commune.placeId(), new ArrayDeque<>());
                while (holders.size() < wanted.get(commune.placeId()) && !heirs.isEmpty()) {
                    take(commune, holders, heirs.removeFirst(), day, "merger");
                }
            }
            Deque<Career> others = new ArrayDeque<>();
            freed.values().forEach(others::addAll);
            for (Commune commune : here) {
                List<Career> holders = seats.get(commune.placeId());
                while (holders.size() < wanted.get(commune.placeId())) {
                    Career next = others.pollFirst();
                    String reason = next != null ? "reassignment" : "programme";
                    if (next == null) {
                        next = atDisposal.pollFirst();
                    }
                    take(commune, holders, next != null ? next : newcomer(commune, before, day, holders.size()), day, day.equals(DISTRICTS_END) ? "district_ended" : reason);
                }
                retitle(commune, holders, day);
            }
            others.forEach(left -> {
                left.move(new Career.Site('P', here.isEmpty() ? left.last().site().place() : here.getFirst().placeId()), 21, day, "at_disposal");
                atDisposal.addLast(left);
            });
            if (day.equals(MERGER)) {
                atDisposal.stream().filter(one -> one.last().from().isBefore(MERGER)).forEach(one -> one.move(new Career.Site('P', here.getFirst().placeId()), 21, day, "merger"));
            }
        }

        private int officers(Commune commune, LocalDate day) {
            boolean oldWard = day.isBefore(MERGER) && !commune.kind().inProgramme();
            return oldWard ? 6 + Dice.of(commune.seed(), 12).below(5) + (day.isBefore(DISTRICTS_END) ? 0 : 6) : strength.officers(commune, day);
        }

        private void take(Commune commune, List<Career> holders, Career officer, LocalDate day, String reason) {
            holders.add(officer);
            officer.move(new Career.Site('C', commune.placeId()), title(commune, holders.size() - 1, day), day, reason);
        }

        /** Deputies are appointed as their number grows; a chief who came with another office stays on as a deputy. */
        private void retitle(Commune commune, List<Career> holders, LocalDate day) {
            for (int i = 0; i < holders.size(); i++) {
                int title = title(commune, i, day);
                if (holders.get(i).last().title() != title) {
                    holders.get(i).move(holders.get(i).last().site(), title, day, title < holders.get(i).last().title() ? "appointment" : "merger");
                }
            }
        }

        private int title(Commune commune, int seat, LocalDate day) {
            int deputies = !day.isBefore(MERGER) ? 3 : !day.isBefore(DISTRICTS_END) || important.get(commune.placeId()) ? 2 : 1;
            return seat == 0 ? 1 : seat <= deputies ? 2 : 3;
        }

        /** Who has served so far at the district, since March 2025 at the province. */
        private Career newcomer(Commune commune, List<Commune> before, LocalDate day, int seat) {
            int no = careers.size();
            Dice dice = Dice.of(home, 100, no);
            boolean district = !day.isAfter(DISTRICTS_END);
            Commune from = commune.aliveOn(day.minusDays(1)) || before.isEmpty() ? commune : before.get(dice.below(before.size()));
            Career career = new Career(home, no, day, seat, district, dice, here);
            career.begin(new Career.Site(district ? 'D' : 'P', from.placeId()), district ? 11 : 21);
            careers.add(career);
            return career;
        }

        /** In January the oldest retire, and a few change places with one of the same title. */
        private void yearTurns(LocalDate day) {
            List<List<Career>> communes = seats.entrySet().stream().filter(entry -> !entry.getValue().isEmpty() && here.stream().anyMatch(c -> c.placeId() == entry.getKey()))
                    .map(Map.Entry::getValue).toList();
            for (List<Career> holders : communes) {
                for (int i = 0; i < holders.size(); i++) {
                    Career one = holders.get(i);
                    Career.Step at = one.last();
                    if (day.getYear() - one.birthYear() >= RETIREMENT) {
                        one.leave(day);
                        Commune commune = here.stream().filter(c -> c.placeId() == at.site().place()).findFirst().orElseThrow();
                        Career next = atDisposal.isEmpty() ? newcomer(commune, List.of(), day, i) : atDisposal.pollFirst();
                        holders.set(i, next);
                        next.move(at.site(), at.title(), day, "replacement");
                    } else if (Dice.of(home, 101, one.number() * 100L + day.getYear()).chance(0.02)) {
                        swap(communes, holders, i, day);
                    }
                }
            }
        }

        private void swap(List<List<Career>> communes, List<Career> holders, int seat, LocalDate day) {
            List<Career> others = communes.get(Dice.of(home, 102, holders.get(seat).number()).below(communes.size()));
            if (others == holders || seat >= others.size()) {
                return;
            }
            Career one = holders.get(seat);
            Career other = others.get(seat);
            if (one.last().title() == other.last().title() && !one.last().from().equals(day) && !other.last().from().equals(day)) {
                Career.Site place = one.last().site();
                one.move(other.last().site(), one.last().title(), day, "rotation");
                other.move(place, other.last().title(), day, "rotation");
                holders.set(seat, other);
                others.set(seat, one);
            }
        }
    }

    /** Provinces of the 63, in order. */
    public List<Short> homes() {
        return country.on(RollOut.REVIEW).stream().map(Commune::home).distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
