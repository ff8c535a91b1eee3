package vn.bamcoso.reporting.completeness;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.Once;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Dots;
import vn.bamcoso.shell.Headline;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;
import vn.bamcoso.territory.Place;

/** On the first page of a province and of the ministry: who has sent the last quarter's report, one square a unit. */
@Component
class SquaresCard implements Card, Headline {
    private final Completeness completeness;
    private final Area areas;
    private final Forms forms;
    private final Desk desk;

    SquaresCard(Completeness completeness, Area areas, Forms forms, Desk desk) {
        this.completeness = completeness;
        this.areas = areas;
        this.forms = forms;
        this.desk = desk;
    }

    private record Asked(Form form, Period period, Place area, Completeness.Counts counts, Dots dots, @Nullable LocalDate due) {}

    @Override
    public int order() {
        return 110;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        return asked(user, page).map(asked -> Html.content("reporting/completeness/squarescard", "page", page, "dots", asked.dots(),
                        "title", page.t("reporting.card.squares", asked.period().label(page.texts().locale()), asked.dots().dots().size()),
                        "approved", asked.counts().approved(), "expected", asked.counts().taking(),
                        "label", Board.headline(asked.counts(), asked.period(), asked.due(), desk.today(), page.texts()),
                        "link", "/completeness?form=" + asked.form().code() + "&period=" + asked.period().code()))
                .orElse(null);
    }

    @Override
    public @Nullable Sentence say(CurrentUser user, Page page) {
        return asked(user, page).filter(asked -> asked.counts().approved() < asked.counts().taking() || asked.counts().apart() > 0).map(asked -> {
            boolean late = asked.due() != null && desk.today().isAfter(asked.due()) && asked.counts().unsent() > 0;
            return new Sentence(late ? 60 : 20, Board.headline(asked.counts(), asked.period(), asked.due(), desk.today(), page.texts()),
                    asked.form().name(page.texts()) + (asked.counts().apart() == 0 || asked.counts().taking() == 0 ? "" : " · " + page.t("reporting.completeness.apart.some", asked.counts().apart())) + (asked.due() == null ? "" : " · " + page.t("reporting.due.by", DateWords.withWeekday(asked.due(), page.texts().locale()))));
        }).orElse(null);
    }

    /** Asked by the card and by the headline of one page. */
    private Optional<Asked> asked(CurrentUser user, Page page) {
        return Once.ask(SquaresCard.class, () -> count(user, page));
    }

    private Optional<Asked> count(CurrentUser user, Page page) {
        LocalDate today = desk.today();
        Form form = forms.all().getFirst();
        Optional<Place> area = areas.of(user, form.field()).filter(place -> place.level().equals("province") || place.level().equals("nation"));
        Period period = Board.usual(forms.recentPeriods(form, today, 2), today);
        if (area.isEmpty() || period == null) {
            return Optional.empty();
        }
        LocalDate due = completeness.due(form, period).orElse(null);
        if (area.get().level().equals("nation")) {
            List<Completeness.Counts> provinces = completeness.provinces(form, period, today);
            return Optional.of(new Asked(form, period, area.get(), Board.total(provinces, page.texts()), provinceDots(provinces, form, period, due, today, page), due));
        }
        List<Completeness.One> places = completeness.places(form, period, area.get().id(), today, today);
        return Optional.of(new Asked(form, period, area.get(), Board.counts(area.get(), places), Board.dots(places, page.texts()), due));
    }

    /** One square a province: all approved, all sent, or some missing. */
    private static Dots provinceDots(List<Completeness.Counts> provinces, Form form, Period period, @Nullable LocalDate due, LocalDate today, Page page) {
        boolean past = due != null && today.isAfter(due);
        List<Dots.Dot> dots = provinces.stream()
                .map(one -> new Dots.Dot(
                        one.shortName() + " " + page.n(one.approved()) + "/" + page.n(one.taking()),
                        one.taking() == 0 ? "apart" : one.approved() == one.taking() ? "ok" : one.unsent() == 0 ? "sent" : past ? "late" : "none",
                        "/completeness?form=" + form.code() + "&period=" + period.code() + "&within=" + one.key()))
                .toList();
        return Dots.of(dots, "ok", page.t("reporting.card.province.whole"), "sent", page.t("reporting.card.province.sent"), "none", page.t("reporting.card.province.some"), "late", page.t("reporting.card.province.late"), "apart", page.t("reporting.completeness.apart"));
    }
}
