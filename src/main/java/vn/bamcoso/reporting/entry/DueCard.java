package vn.bamcoso.reporting.entry;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Headline;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of a commune: what is due, what is to be signed, what came back. */
@Component
class DueCard implements Card, Headline {
    private final DueReports due;
    private final Desk desk;

    DueCard(DueReports due, Desk desk) {
        this.due = due;
        this.desk = desk;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int width() {
        return 7;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        List<DueReports.Due> waiting = waiting(user);
        return waiting.isEmpty() ? null : Html.content("reporting/entry/duecard", "page", page, "waiting", waiting);
    }

    @Override
    public @Nullable Sentence say(CurrentUser user, Page page) {
        LocalDate today = desk.today();
        List<DueReports.Due> waiting = waiting(user);
        List<DueReports.Due> overdue = waiting.stream().filter(one -> one.overdue(today)).toList();
        if (!overdue.isEmpty()) {
            return new Sentence(100, page.t("reporting.headline.overdue", overdue.size()), say(overdue.getFirst(), page));
        }
        long returned = waiting.stream().filter(DueReports.Due::returned).count();
        if (returned > 0) {
            return new Sentence(90, page.t("reporting.headline.returned", returned), null);
        }
        return waiting.stream().filter(one -> one.day() != null).findFirst().map(first -> {
            int days = WorkingDays.vietnam().between(today, first.day());
            return new Sentence(days <= 3 ? 80 : 50, page.t("reporting.forms.next", days, first.form().name(page.texts()), first.period().label(page.texts().locale())),
                    page.t("reporting.due.by", DateWords.withWeekday(first.day(), page.texts().locale())));
        }).orElse(null);
    }

    private static String say(DueReports.Due due, Page page) {
        return due.form().name(page.texts()) + " · " + due.period().label(page.texts().locale()) + (due.day() == null ? "" : " · " + page.t("reporting.due.overdue", due.day()));
    }

    private List<DueReports.Due> waiting(CurrentUser user) {
        return user.has(Desk.REPORTING.toArray(String[]::new)) ? due.of(user).stream().filter(one -> !one.sent()).toList() : List.of();
    }
}
