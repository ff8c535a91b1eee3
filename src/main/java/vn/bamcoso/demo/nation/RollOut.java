package vn.bamcoso.demo.nation;

import static vn.bamcoso.demo.nation.Apportion.filled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the programme grew: on which day a commune got its first regular officers, how many it had on the day of the review
 * (23 April 2021, when all of them add up to what was printed), and when its party cell was founded. Every other day
 * follows from these three.
 */
final class RollOut {
    static final LocalDate REVIEW = LocalDate.of(2021, 4, 23);
    static final String REVIEW_DAY = "@2021-04-23";
    static final short HA_GIANG = 2;
    static final short HAI_DUONG = 30;
    static final short KON_TUM = 62;
    static final int NORM = 5;
    private static final LocalDate PILOT = LocalDate.of(2018, 12, 31);

    /** Where the nation stood: share of those staffed by the review that were staffed by the day. */
    private static final double[] SHARE = {0, 0.02, 0.07, 0.50, 0.84, 0.97, 1};
    private static final LocalDate[] BY = {
        LocalDate.of(2017, 10, 1), LocalDate.of(2018, 9, 30), LocalDate.of(2018, 12, 31), LocalDate.of(2019, 12, 31),
        LocalDate.of(2020, 6, 30), LocalDate.of(2020, 12, 31), LocalDate.of(2021, 4, 15)
    };

    /** @param officers on the day of the review; 0 when it was not staffed yet */
    record Post(LocalDate staffed, int officers, LocalDate cell, boolean pilot) {}

    private final Map<Integer, Post> posts = new HashMap<>();

    RollOut(Country country, Targets targets) {
        List<Commune> programme = country.on(REVIEW).stream().filter(commune -> commune.kind().inProgramme()).toList();
        Map<Integer, LocalDate> staffed = new HashMap<>();
        Map<Short, List<Commune>> provinces = new HashMap<>();
        programme.forEach(commune -> provinces.computeIfAbsent(commune.home(), home -> new ArrayList<>()).add(commune));
        Map<Short, Integer> quotas = staffedByReview(provinces, targets);
        int pilots = provinces.containsKey(KON_TUM) ? targets.total("key_communes_staffed", KON_TUM, "~2018") : 0;
        int pilotTowns = provinces.containsKey(KON_TUM) ? targets.total("towns_staffed", KON_TUM, "~2018") : 0;
        List<Commune> first = new ArrayList<>();
        provinces.forEach((home, communes) -> {
            List<Commune> order = new ArrayList<>(communes.stream().sorted(Comparator.comparingDouble(RollOut::turn)).toList());
            if (home == KON_TUM) {
                List<Commune> then = order.stream().filter(commune -> commune.aliveOn(PILOT)).toList();
                first.addAll(then.stream().filter(commune -> commune.kind() == Commune.Kind.XA).limit(pilots).toList());
                first.addAll(then.stream().filter(commune -> commune.kind() == Commune.Kind.THI_TRAN).limit(pilotTowns).toList());
                order.removeAll(first);
                order.addAll(0, first);
            }
            for (int i = 0; i < order.size(); i++) {
                staffed.put(order.get(i).placeId(), day(order.get(i), i, quotas.get(home), order.size(), first));
            }
        });
        Map<Integer, Integer> officers = officers(programme, staffed, targets);
        Map<Integer, LocalDate> cells = cells(programme, staffed, officers, targets);
        programme.forEach(commune -> posts.put(commune.placeId(),
                new Post(staffed.get(commune.placeId()), officers.getOrDefault(commune.placeId(), 0), cells.get(commune.placeId()), first.contains(commune))));
    }

    /** Null for a ward, and for a place that was not there on the day of the review. */
    Post of(Commune commune) {
        return posts.get(commune.placeId());
    }

    /** A commune important for security comes first. */
    private static double turn(Commune commune) {
        return Dice.of(commune.seed(), 1).next() - (key(commune) ? 0.6 : 0);
    }

    /** Whether the commune is one "important and complex for security": chosen by us, about one in eight. */
    static boolean key(Commune commune) {
        return Dice.of(commune.seed(), 2).chance(0.125);
    }

    /** Provinces of which an article says that all were staffed or filled are complete, and so is the pilot's; the others share what is left. */
    private static Map<Short, Integer> staffedByReview(Map<Short, List<Commune>> provinces, Targets targets) {
        List<Short> homes = provinces.keySet().stream().sorted().toList();
        int[] least = new int[homes.size()];
        int[] most = new int[homes.size()];
        double[] weights = new double[homes.size()];
        int all = 0;
        for (int i = 0; i < least.length; i++) {
            short home = homes.get(i);
            int there = provinces.get(home).size();
            all += there;
            boolean complete = home == KON_TUM || targets.find("communes_staffed", home, "@2021-05-31").isPresent() || targets.find("communes_filled", home, "@2020-10-31").isPresent();
            most[i] = there;
            least[i] = complete ? there : (int) (there * 0.9);
            weights[i] = there * Dice.of(home, 3).between(0.2, 1);
        }
        int national = targets.total("communes_staffed", 0, REVIEW_DAY);
        int total = homes.size() == 63 ? national : Math.max(sum(least), Math.round(all * 0.968f));
        int[] quotas = Apportion.of(total, weights, least, most);
        Map<Short, Integer> byHome = new HashMap<>();
        for (int i = 0; i < quotas.length; i++) {
            byHome.put(homes.get(i), quotas[i]);
        }
        return byHome;
    }

    private static LocalDate day(Commune commune, int turn, int byReview, int all, List<Commune> pilots) {
        Dice dice = Dice.of(commune.seed(), 4);
        if (turn >= byReview) {
            return LocalDate.of(2021, 5, 5).plusDays((long) (360.0 * (turn - byReview + dice.next()) / Math.max(1, all - byReview)));
        }
        if (pilots.contains(commune)) {
            return LocalDate.of(2018, 10, 20).plusDays(dice.below(60));
        }
        if (commune.home() == HAI_DUONG) {
            return List.of(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 11, 1), LocalDate.of(2020, 2, 15)).get(turn * 3 / all);
        }
        if (commune.home() == KON_TUM) {
            // the pilot was to end before the nation followed: its other communes from 2019 to the middle of 2020
            return LocalDate.of(2019, 1, 10).plusDays((long) (520 * (turn - pilots.size() + dice.next()) / (all - pilots.size())));
        }
        double share = Math.pow((turn + dice.next()) / byReview, Dice.of(commune.home(), 5).between(0.75, 1.3));
        int step = 1;
        while (step < SHARE.length - 1 && share > SHARE[step]) {
            step++;
        }
        double within = (share - SHARE[step - 1]) / (SHARE[step] - SHARE[step - 1]);
        return BY[step - 1].plusDays((long) (within * (BY[step].toEpochDay() - BY[step - 1].toEpochDay())));
    }

    private static Map<Integer, Integer> officers(List<Commune> programme, Map<Integer, LocalDate> staffed, Targets targets) {
        List<Commune> there = programme.stream().filter(commune -> !staffed.get(commune.placeId()).isAfter(REVIEW)).toList();
        Map<Integer, Integer> officers = new HashMap<>();
        List<Commune> haGiang = there.stream().filter(commune -> commune.home() == HA_GIANG).toList();
        List<Commune> others = there.stream().filter(commune -> commune.home() != HA_GIANG && commune.home() != HAI_DUONG).toList();
        there.stream().filter(commune -> commune.home() == HAI_DUONG).forEach(commune -> officers.put(commune.placeId(), targets.total("officers_least", HAI_DUONG, "@2020-10-31")));
        if (!haGiang.isEmpty()) {
            share(haGiang, targets.total("officers_posted", HA_GIANG, "@2021-05-31"), staffed, officers);
        }
        int soFar = officers.values().stream().mapToInt(Integer::intValue).sum();
        boolean wholeNation = there.size() == targets.total("communes_staffed", 0, REVIEW_DAY);
        int rest = wholeNation ? targets.total("officers_posted", 0, REVIEW_DAY) - soFar : (int) Math.round(others.size() * 5.2);
        share(others, rest, staffed, officers);
        return officers;
    }

    private static void share(List<Commune> communes, int total, Map<Integer, LocalDate> staffed, Map<Integer, Integer> officers) {
        int n = communes.size();
        double[] weights = new double[n];
        int[] least = new int[n];
        for (int i = 0; i < n; i++) {
            Commune commune = communes.get(i);
            boolean fresh = staffed.get(commune.placeId()).isAfter(REVIEW.minusDays(90));
            double norm = key(commune) ? 7.5 : commune.kind() == Commune.Kind.THI_TRAN ? 6.2 : 4.9;
            weights[i] = fresh ? 1 : (norm - 3) * Dice.of(commune.seed(), 6).between(0.8, 1.2);
            least[i] = fresh ? 2 : 3;
        }
        int[] parts = Apportion.of(total, weights, least, filled(n, 12));
        for (int i = 0; i < n; i++) {
            officers.put(communes.get(i).placeId(), parts[i]);
        }
    }

    /** A cell needs three party members; the communes staffed first have theirs first. */
    private static Map<Integer, LocalDate> cells(List<Commune> programme, Map<Integer, LocalDate> staffed, Map<Integer, Integer> officers, Targets targets) {
        List<Commune> able = programme.stream()
                .filter(commune -> officers.getOrDefault(commune.placeId(), 0) >= 3)
                .sorted(Comparator.comparingDouble(commune -> staffed.get(commune.placeId()).toEpochDay() + 500 * Dice.of(commune.seed(), 7).next()))
                .toList();
        boolean wholeNation = officers.size() == targets.total("communes_staffed", 0, REVIEW_DAY);
        int founded = wholeNation ? targets.total("party_cells", 0, REVIEW_DAY) : (int) Math.round(able.size() * 0.923);
        Map<Integer, LocalDate> cells = new HashMap<>();
        for (int i = 0; i < able.size(); i++) {
            Commune commune = able.get(i);
            Dice dice = Dice.of(commune.seed(), 8);
            LocalDate wished = staffed.get(commune.placeId()).plusDays(90 + dice.below(240));
            LocalDate latest = REVIEW.minusDays(1 + dice.below(20));
            cells.put(commune.placeId(), i >= founded ? REVIEW.plusDays(10 + dice.below(400)) : wished.isAfter(latest) ? latest : wished);
        }
        return cells;
    }

    private static int sum(int[] parts) {
        return java.util.stream.IntStream.of(parts).sum();
    }
}
