package vn.bamcoso.campaigns.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaign.Goal;
import vn.bamcoso.campaigns.Campaign.Quota;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.territory.Place;

/**
 * What was collected day by day, asked of the figures: of a place, and of each place below it. A day counts as a point of the
 * series when nearly all had reported and nothing in it is older than a week; what was done up to the last day is shown in
 * any case.
 */
@Component
public class Intake {
    private static final int ASKED_AT_ONCE = 60;
    private static final int MOST = 124;
    private static final int FRESH = 7;

    private final Pivot pivot;
    private final Campaigns campaigns;

    Intake(Pivot pivot, Campaigns campaigns) {
        this.pivot = pivot;
        this.campaigns = campaigns;
    }

    /** @param series by day; {@code quota} null when none was given, or it is not the asker's to see */
    public record Course(Answer.Spot spot, @Nullable Quota quota, List<Pace.Point> series, Standing standing) {
        public LocalDate deadline(Campaign campaign) {
            return quota == null ? campaign.deadline() : quota.deadline();
        }
    }

    /** @param whole null when the area as a whole is not the asker's to see */
    public record Courses(@Nullable Course whole, List<Course> parts) {}

    /**
     * @param within the area
     * @param level of the parts
     * @param day up to which it is asked; its map is used
     */
    public Courses of(Campaign campaign, Goal goal, Place within, Level level, LocalDate day) {
        if (goal.indicator() == null) {
            return new Courses(null, List.of());
        }
        Map<Integer, Answer.Spot> spots = new LinkedHashMap<>();
        Map<Integer, Map<LocalDate, Answer.Cell>> cells = new HashMap<>();
        int[] whole = {0};
        List<LocalDate> days = new ArrayList<>(pivot.telling(goal.indicator(), days(campaign.firstDay(), day)));
        if (!days.contains(day)) {
            days.add(day);
        }
        for (int from = 0; from < days.size(); from += ASKED_AT_ONCE) {
            List<LocalDate> some = days.subList(from, Math.min(days.size(), from + ASKED_AT_ONCE));
            Answer answer = pivot.ask(new Question(List.of(goal.indicator()), some.stream().map(Period::asOf).toList(), level, within.key(), day));
            if (answer.total() != null) {
                whole[0] = answer.total().spot().id();
                keep(answer.total(), some, spots, cells);
            }
            answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).forEach(line -> keep(line, some, spots, cells));
        }
        Map<Integer, Quota> quotas = campaigns.quotas(goal, spots.keySet());
        Map<Integer, Course> courses = new LinkedHashMap<>();
        spots.forEach((id, spot) -> courses.put(id, course(campaign, spot, quotas.get(id), cells.get(id), day)));
        List<Course> parts = courses.values().stream().filter(course -> course.spot().id() != whole[0]).toList();
        return new Courses(courses.get(whole[0]), parts);
    }

    private static void keep(Answer.Line line, List<LocalDate> days, Map<Integer, Answer.Spot> spots, Map<Integer, Map<LocalDate, Answer.Cell>> cells) {
        spots.putIfAbsent(line.spot().id(), line.spot());
        Map<LocalDate, Answer.Cell> of = cells.computeIfAbsent(line.spot().id(), id -> new HashMap<>());
        for (int i = 0; i < days.size(); i++) {
            of.put(days.get(i), line.cells().get(i));
        }
    }

    private static Course course(Campaign campaign, Answer.Spot spot, @Nullable Quota quota, Map<LocalDate, Answer.Cell> cells, LocalDate day) {
        List<Pace.Point> series = new ArrayList<>();
        cells.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Answer.Cell cell = entry.getValue();
            LocalDate at = entry.getKey();
            boolean newOnIt = at.equals(cell.to()) && cell.from() != null && !cell.from().isBefore(at.minusDays(FRESH)) && cell.reported() * 10 >= cell.expected() * 9;
            boolean lastWord = at.equals(day) && cell.to() != null && series.isEmpty();
            if (cell.value() != null && cell.to() != null && !cell.to().isBefore(campaign.firstDay()) && (newOnIt || lastWord)) {
                series.add(new Pace.Point(newOnIt ? at : cell.to(), cell.value()));
            }
        });
        BigDecimal target = quota == null ? null : quota.value();
        return new Course(spot, quota, series, Pace.of(target, campaign.firstDay(), Optional.ofNullable(quota).map(Quota::deadline).orElse(campaign.deadline()), day, series));
    }

    /** Every day; in a long campaign every second or third, and every one of the last month. */
    static List<LocalDate> days(LocalDate first, LocalDate last) {
        long all = ChronoUnit.DAYS.between(first, last) + 1;
        long every = Math.max(1, (all + MOST - 1) / MOST);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate at = last; !at.isBefore(first); at = at.minusDays(ChronoUnit.DAYS.between(at, last) < 30 ? 1 : every)) {
            days.addFirst(at);
        }
        return days;
    }
}
