package vn.bamcoso.campaigns.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * What became of each goal of a scheme. Worked out where there is a target and a figure; else what a review reported, said so;
 * else unknown. A review that says "exceeded" without a value is kept as that: no value is made up for it.
 */
@Component
public class Verdicts {
    private final Campaigns campaigns;
    private final Pivot pivot;

    Verdicts(Campaigns campaigns, Pivot pivot) {
        this.campaigns = campaigns;
        this.pivot = pivot;
    }

    /**
     * @param verdict met, exceeded, met_or_exceeded, not_met or unknown
     * @param worked true when it follows from target and figure, false when a review reported it
     */
    public record Judged(Goal goal, @Nullable BigDecimal target, @Nullable BigDecimal value, String verdict, boolean worked) {
        public boolean good() {
            return verdict.contains("met") && !verdict.equals("not_met") || verdict.equals("exceeded");
        }

        public String tone() {
            return verdict.equals("unknown") ? "amber" : verdict.equals("not_met") ? "red" : "green";
        }
    }

    /** A goal over the years: the year before the scheme began, then each of its years; null where nothing is known. */
    public record Yearly(Goal goal, List<@Nullable BigDecimal> values) {}

    /** The years of a scheme up to a day, the one before it first. */
    public static List<Integer> years(Campaign campaign, LocalDate day) {
        int last = Math.min(campaign.deadline().getYear(), day.getYear());
        return IntStream.rangeClosed(campaign.firstDay().getYear() - 1, Math.max(campaign.firstDay().getYear(), last)).boxed().toList();
    }

    /** What happens is counted within each year, a state is that of its last day. */
    public List<Yearly> yearly(Campaign campaign, Place within, LocalDate day) {
        Level level = Level.of(within.level()).orElse(Level.PROVINCE);
        List<Integer> years = years(campaign, day);
        List<Period> periods = years.stream().flatMap(year -> Stream.of(Period.span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), Period.asOf(LocalDate.of(year, 12, 31)))).toList();
        return campaign.goals().stream().map(goal -> {
            if (goal.indicator() == null) {
                return new Yearly(goal, Collections.nCopies(years.size(), null));
            }
            Answer answer = pivot.ask(new Question(List.of(goal.indicator()), periods, level, within.key(), day));
            List<@Nullable BigDecimal> values = new ArrayList<>();
            for (int n = 0; n < years.size(); n++) {
                BigDecimal happened = answer.total(0, 2 * n).value();
                values.add(happened != null ? happened : answer.total(0, 2 * n + 1).value());
            }
            return new Yearly(goal, values);
        }).toList();
    }

    public List<Judged> of(Campaign campaign, Place within, LocalDate day) {
        return campaign.goals().stream().map(goal -> {
            BigDecimal target = campaigns.quota(goal, within.id()).map(Quota::value).orElse(null);
            BigDecimal value = value(campaign, goal, within, day).orElse(null);
            return judged(goal, target, value);
        }).toList();
    }

    static Judged judged(Goal goal, @Nullable BigDecimal target, @Nullable BigDecimal value) {
        if (target != null && value != null) {
            int compared = value.compareTo(target);
            return new Judged(goal, target, value, compared > 0 ? "exceeded" : compared == 0 ? "met" : "not_met", true);
        }
        return new Judged(goal, target, value, goal.reported() == null ? "unknown" : goal.reported(), false);
    }

    /** Of the whole scheme, when there is a figure of just these days or they add up; else as of the day. */
    private Optional<BigDecimal> value(Campaign campaign, Goal goal, Place within, LocalDate day) {
        if (goal.indicator() == null) {
            return Optional.empty();
        }
        Level level = Level.of(within.level()).orElse(Level.PROVINCE);
        List<Period> periods = List.of(Period.span(campaign.firstDay(), day), Period.asOf(day));
        Answer answer = pivot.ask(new Question(List.of(goal.indicator()), periods, level, within.key(), day));
        return Optional.ofNullable(answer.total(0, 0).value()).or(() -> Optional.ofNullable(answer.total(0, 1).value()));
    }
}
