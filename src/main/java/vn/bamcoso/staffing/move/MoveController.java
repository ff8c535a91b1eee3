package vn.bamcoso.staffing.move;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.wave.WaveActs;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The form of an act that moves one officer, and its page with the checklist. */
@Controller
public class MoveController {
    /** @param number of the officer, when it is known already */
    public record Form(Officers.@Nullable Officer officer, Postings.@Nullable Posting now, @Nullable String place, @Nullable String placeName, List<String> titles, LocalDate today) {}

    public record Shown(long id, Officers.Officer officer, String what, String office, int officeId, String title, LocalDate effective, String decision, LocalDate decidedOn, String reason, @Nullable Integer paper, List<Checklist.Item> items, boolean may, LocalDate today) {}

    private record Row(long id, int officerId, String what, int officeId, short titleId, String office, LocalDate effective, String decision, LocalDate decidedOn, String reason, @Nullable Integer paperId) {}

    private final Moving moving;
    private final Checklist checklist;
    private final WaveActs waves;
    private final Officers officers;
    private final Postings postings;
    private final Titles titles;
    private final Places places;
    private final Offices offices;
    private final Area area;
    private final JdbcClient jdbc;

    MoveController(Moving moving, Checklist checklist, WaveActs waves, Officers officers, Postings postings, Titles titles, Places places, Offices offices, Area area, JdbcClient jdbc) {
        this.moving = moving;
        this.checklist = checklist;
        this.waves = waves;
        this.officers = officers;
        this.postings = postings;
        this.titles = titles;
        this.places = places;
        this.offices = offices;
        this.area = area;
        this.jdbc = jdbc;
    }

    @GetMapping("/staffing/moves/new")
    View form(@RequestParam(required = false) @Nullable Integer officer, @RequestParam(required = false) @Nullable Integer office, java.util.Locale locale) {
        LocalDate today = area.today();
        Officers.Officer one = officer == null ? null : officers.byId(officer).orElseThrow(Problem::notFound);
        Office to = office == null ? null : offices.byId(office, today).orElseThrow(Problem::notFound);
        Place place = to == null || to.placeId() == null ? null : places.byId(to.placeId(), today).orElse(null);
        List<String> choices = new ArrayList<>();
        titles.on(today).values().stream().filter(title -> title.office().equals("commune")).forEach(title -> choices.addAll(List.of(String.valueOf(title.id()), title.name(Texts.of(locale)))));
        return Html.of("staffing/move/form", "form", new Form(one, one == null ? null : postings.full(one.id(), today).orElse(null), place == null ? null : place.key(), place == null ? null : place.fullName(), choices, today));
    }

    @PostMapping("/staffing/moves")
    View make(
            @RequestParam String number, @RequestParam String what, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "3") short title,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam String decision, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn,
            @RequestParam String reason) {
        Officers.Officer officer = officers.byNumber(number).orElseThrow(() -> Problem.refused("staffing.problem.no-officer", number));
        boolean ends = what.equals("end") || what.equals("retirement");
        Integer office = ends ? null : officeOf(place, day);
        return new RedirectView("/staffing/moves/" + moving.make(new Moving.Order(officer.id(), what, office, ends ? null : title, day, decision.strip(), decidedOn, reason.strip())));
    }

    /** A draft for one officer, to be proposed first. */
    @PostMapping("/staffing/waves/one")
    View propose(
            @RequestParam String number, @RequestParam String place, @RequestParam short title, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String replaces, @RequestParam(defaultValue = "") String exception, java.util.Locale locale) {
        Officers.Officer officer = officers.byNumber(number).orElseThrow(() -> Problem.refused("staffing.problem.no-officer", number));
        String name = Texts.vi().get("staffing.rank." + officer.rank().replace('_', '-')) + " " + officer.name();
        return new RedirectView("/staffing/waves/" + waves.draftOne(name, officer.number(), placeOf(place, day).key(), titles.on(day).get(title).code(), day, replaces, exception, locale));
    }

    private int officeOf(String text, LocalDate day) {
        return offices.serving(placeOf(text, day).id(), day).orElseThrow(() -> Problem.refused("staffing.problem.no-office", day)).id();
    }

    private Place placeOf(String text, LocalDate day) {
        return places.meant(text, day, one -> one.level().equals("commune"));
    }

    @GetMapping("/staffing/moves/{id}")
    @Transactional(readOnly = true)
    public View show(@PathVariable long id, java.util.Locale locale) {
        Row row = jdbc.sql("""
                        select m.id, m.officer_id, m.what, p.office_id, p.title_id, m.effective, m.decision, m.decided_on, m.reason, m.paper_id,
                               (select o.name from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) as office
                        from staffing.move m join staffing.posting p on p.id = m.posting_id where m.id = :id""").param("id", id).query(Row.class).optional().orElseThrow(Problem::notFound);
        Officers.Officer officer = officers.byId(row.officerId()).orElseThrow(Problem::notFound);
        return Html.of("staffing/move/move", "shown", new Shown(row.id(), officer, row.what(), row.office(), row.officeId(), titles.on(row.effective()).get(row.titleId()).name(Texts.of(locale)), row.effective(), row.decision(),
                row.decidedOn(), row.reason(), row.paperId(), checklist.of(row.id(), row.what()), area.mayMove(CurrentUser.require(), row.officeId()), area.today()));
    }

    @PostMapping("/staffing/moves/{id}/checks")
    View check(@PathVariable long id, @RequestParam String item, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String document) {
        checklist.tick(id, item, day, document, null);
        return new RedirectView("/staffing/moves/" + id);
    }
}
