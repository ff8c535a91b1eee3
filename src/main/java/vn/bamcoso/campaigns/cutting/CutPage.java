package vn.bamcoso.campaigns.cutting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaign.Quota;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The page on which a target is cut: a whole, its parts with proposals, and whether they sum. */
@Controller
public class CutPage {
    private final Campaigns campaigns;
    private final Ground ground;
    private final Places places;
    private final Proposals proposals;
    private final Cutting cutting;

    CutPage(Campaigns campaigns, Ground ground, Places places, Proposals proposals, Cutting cutting) {
        this.campaigns = campaigns;
        this.ground = ground;
        this.places = places;
        this.proposals = proposals;
        this.cutting = cutting;
    }

    /** @param value what stands in the field; {@code held} what was given before */
    public record Part(Place place, @Nullable Quota held, String value) {}

    /** @param sum of the parts as they stand; {@code own} whether the whole is set here too */
    public record Shown(
            Campaign campaign, Place within, boolean own, String whole, @Nullable BigDecimal wholeNumber, BigDecimal sum, List<Part> parts, String by, String deadline, String assigner,
            String reason, boolean revises, @Nullable String refused) {}

    @GetMapping("/campaigns/{code}/quotas")
    View form(@PathVariable String code, @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String whole, Locale locale) {
        Campaign campaign = campaigns.require(code);
        Place place = place(campaign, within);
        Map<String, String> fields = new HashMap<>(Map.of("by", by));
        Quota held = campaigns.quota(campaign.goal(), place.id()).orElse(null);
        fields.put("whole", whole.isBlank() ? held == null || held.value() == null ? "" : Numerals.write(held.value(), locale) : whole);
        try {
            return page(campaign, place, fields, true, null, locale);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            fields.put("by", "");
            return page(campaign, place, fields, true, Texts.of(locale).get(refused), locale).status(422);
        }
    }

    @PostMapping("/campaigns/{code}/quotas")
    View cut(@PathVariable String code, @RequestParam Map<String, String> fields, Locale locale) {
        Campaign campaign = campaigns.require(code);
        Place place = place(campaign, fields.getOrDefault("within", ""));
        try {
            BigDecimal whole = number(fields.getOrDefault("whole", ""), locale);
            if (whole == null) {
                throw Problem.refused("campaigns.problem.incomplete");
            }
            Map<Integer, BigDecimal> parts = new HashMap<>();
            for (var field : fields.entrySet()) {
                if (field.getKey().matches("q\\.\\d{1,9}") && !field.getValue().isBlank()) {
                    parts.put(Integer.valueOf(field.getKey().substring(2)), number(field.getValue(), locale));
                }
            }
            String by = fields.getOrDefault("by", "");
            cutting.cut(campaign, place, day(campaign), new Cutting.Order(whole, parts, DateWords.parse(fields.getOrDefault("deadline", "")), fields.getOrDefault("assigner", ""),
                    by.isBlank() ? "typed" : by, fields.get("reason")));
            return new RedirectView("/campaigns/" + code + "?within=" + place.key() + "&done=cut", false, false);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(campaign, place, fields, false, Texts.of(locale).get(refused), locale).status(422);
        }
    }

    private LocalDate day(Campaign campaign) {
        return campaign.firstDay().isAfter(ground.today()) ? ground.today() : ground.dayOf(campaign);
    }

    private Place place(Campaign campaign, String key) {
        CurrentUser user = CurrentUser.require();
        Place place = key.isEmpty() ? places.byId(campaign.placeId(), day(campaign)).orElseThrow(Problem::notFound) : places.byKey(key).orElseThrow(Problem::notFound);
        if (campaign.scheme() || !ground.mayCut(user, campaign, place)) {
            throw Problem.forbidden("campaigns.problem.not-your-cut");
        }
        return place;
    }

    /** @param fresh values come from the proposal or from what is held; else from the fields */
    private Html page(Campaign campaign, Place within, Map<String, String> fields, boolean fresh, @Nullable String refused, Locale locale) {
        LocalDate day = day(campaign);
        List<Place> below = ground.parts(within, day);
        Map<Integer, Quota> held = campaigns.quotas(campaign.goal(), below.stream().map(Place::id).toList());
        BigDecimal whole = quietly(fields.getOrDefault("whole", ""), locale);
        Map<Integer, BigDecimal> proposed = fresh && whole != null ? proposals.of(campaign, within, below, whole, fields.get("by"), day) : Map.of();
        BigDecimal sum = BigDecimal.ZERO;
        List<Part> parts = new java.util.ArrayList<>();
        for (Place part : below) {
            Quota before = held.get(part.id());
            BigDecimal stands = proposed.containsKey(part.id()) ? proposed.get(part.id()) : before == null ? null : before.value();
            String value = fresh ? stands == null ? "" : Numerals.write(stands, locale) : fields.getOrDefault("q." + part.id(), "");
            BigDecimal number = quietly(value, locale);
            sum = number == null ? sum : sum.add(number);
            parts.add(new Part(part, before, value));
        }
        Quota own = campaigns.quota(campaign.goal(), within.id()).orElse(null);
        String deadline = fields.getOrDefault("deadline", "");
        return Html.of("campaigns/cutting/cut", "shown", new Shown(
                campaign, within, within.id() == campaign.placeId(), fields.getOrDefault("whole", ""), whole, sum, parts, fields.getOrDefault("by", ""),
                deadline.isBlank() ? DateWords.brief(own == null ? campaign.deadline() : own.deadline(), locale) : deadline,
                fields.getOrDefault("assigner", own == null ? campaign.assignedBy() : within.level().equals("nation") ? own.assigner() : Texts.of(locale).get("campaigns.cut.police-of", within.fullName())),
                fields.getOrDefault("reason", ""), !held.isEmpty() || own != null && within.id() == campaign.placeId(), refused));
    }

    private static @Nullable BigDecimal number(String text, Locale locale) {
        return text.isBlank() ? null : Numerals.parse(text, NumberForm.of(locale)).value();
    }

    private static @Nullable BigDecimal quietly(String text, Locale locale) {
        try {
            return number(text, locale);
        } catch (Problem unreadable) {
            return null;
        }
    }
}
