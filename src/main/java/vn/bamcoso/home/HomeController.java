package vn.bamcoso.home;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Headline;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;
import vn.bamcoso.shell.Pages;

/** The first page: the most urgent sentence of all rooms, then their cards in three bands. */
@Controller
public class HomeController {
    private final List<Card> cards;
    private final List<Headline> headlines;
    private final Pages pages;

    HomeController(List<Card> cards, List<Headline> headlines, Pages pages) {
        this.cards = cards.stream().sorted(Comparator.comparingInt(Card::order)).toList();
        this.headlines = headlines;
        this.pages = pages;
    }

    /** All cards of one page see the same moment. */
    @GetMapping("/")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View home(HttpServletRequest request) {
        CurrentUser user = CurrentUser.require();
        Page page = pages.of(request);
        page.nav(); // asks what its cards ask, too
        List<Placed> shown = new ArrayList<>();
        for (Card card : cards) {
            Content content = card.show(user, page);
            if (content != null) {
                shown.add(new Placed(card.width(), content));
            }
        }
        Headline.Sentence headline = headlines.stream()
                .map(room -> room.say(user, page))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(Headline.Sentence::urgency))
                .orElseGet(() -> new Headline.Sentence(0, page.t("home.quiet"), page.t("home.quiet.detail")));
        return Html.of("home/home", "headline", headline, "cards", full(shown));
    }

    /** Rows of twelve: the last card of a row that is not full grows, so that no hole stays beside it. */
    static List<Placed> full(List<Placed> cards) {
        List<Placed> placed = new ArrayList<>();
        int filled = 0;
        for (Placed card : cards) {
            if (filled + card.width() > 12 && filled < 12) {
                Placed last = placed.removeLast();
                placed.add(new Placed(last.width() + 12 - filled, last.content()));
                filled = 12;
            }
            filled = filled == 12 ? card.width() : filled + card.width();
            placed.add(card);
        }
        return placed;
    }
}
