package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Asks the figures how far a bound task is: of a share at the place of its office, of a task at the place of its issuer. What
 * happens within a time is counted from the day of issue; a state is the last known one.
 */
@Component
public class Binding {
    private final Pivot pivot;
    private final Indicators indicators;
    private final Places places;
    private final Desk desk;

    Binding(Pivot pivot, Indicators indicators, Places places, Desk desk) {
        this.pivot = pivot;
        this.indicators = indicators;
        this.places = places;
        this.desk = desk;
    }

    /** @param share null: the task as a whole. Null when it is bound to nothing, the place is not on today's map, or the figure is not the asker's to see. */
    public @Nullable Bound of(Task task, @Nullable Share share) {
        if (task.indicator() == null || task.issuedOn() == null || task.due() == null) {
            return null;
        }
        LocalDate today = desk.today();
        LocalDate due = share == null ? task.due() : share.due();
        Place place = places.byId(share == null ? task.placeId() : share.placeId(), today).orElse(null);
        if (place == null) {
            return null;
        }
        Indicator indicator = indicators.require(task.indicator());
        boolean flow = indicator.overTime() == Indicator.OverTime.SUM;
        try {
            Answer.Cell now = cell(task.indicator(), flow ? Period.span(task.issuedOn(), today) : Period.asOf(today), place);
            BigDecimal begun = flow ? BigDecimal.ZERO : cell(task.indicator(), Period.asOf(task.issuedOn()), place).value();
            BigDecimal expected = begun == null ? null : begun.add(Objects.requireNonNull(task.target()).subtract(begun).multiply(share(task.issuedOn(), today, due))).setScale(indicator.decimals(), RoundingMode.HALF_UP);
            return new Bound(task.indicator(), indicator.name(Texts.vi().locale()), place.fullName(), Objects.requireNonNull(task.target()), Objects.requireNonNull(task.comparison()), now.value(), expected, now.to(), task.issuedOn(), due);
        } catch (Problem unseen) {
            if (unseen.kind() == Problem.Kind.NOT_FOUND) {
                return null;
            }
            throw unseen;
        }
    }

    private Answer.Cell cell(String indicator, Period period, Place place) {
        return pivot.ask(new Question(List.of(indicator), List.of(period), Level.valueOf(place.level().toUpperCase(java.util.Locale.ROOT)), place.key(), desk.today())).total(0, 0);
    }

    /** How much of the time between two days is over today, 0 to 1. */
    static BigDecimal share(LocalDate from, LocalDate today, LocalDate due) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(from, due));
        long over = Math.clamp(ChronoUnit.DAYS.between(from, today), 0, whole);
        return BigDecimal.valueOf(over).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }
}
