package vn.bamcoso.reviews;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Reviews of the programme. A review is opened from an outline by the Ministry Office or a standing agency; its first
 * wording says the figures of that moment; people then edit it block by block ({@link Wordings}); its document goes the
 * way of all documents ({@code papers}) and is frozen when issued.
 */
@Component
public class Reviews {
    static final String SECTION = "reviews";

    /** @param paper papers.paper.id of its document */
    public record Review(
            int id, String template, String title, LocalDate asOf, LocalDate heldOn, int agencyId, int openedBy, Instant openedAt, int paper) {}

    private record Wanted(String template, LocalDate asOf, LocalDate heldOn, int agency) {}

    private static final short GENERAL = 8;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReviewTemplates templates;
    private final ReviewFigures figures;
    private final PeriodicOutline periodic;
    private final Places places;
    private final Papers papers;
    private final Grants grants;
    private final Trail trail;

    Reviews(JdbcClient jdbc, JsonMapper json, ReviewTemplates templates, ReviewFigures figures, PeriodicOutline periodic, Places places, Papers papers, Grants grants, Trail trail) {
        this.jdbc = jdbc;
        this.json = json;
        this.templates = templates;
        this.figures = figures;
        this.periodic = periodic;
        this.places = places;
        this.papers = papers;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * Opens a review for who acts now, who holds the Ministry Office's or a department's role at the agency.
     *
     * @param template code of the outline: so-ket-cong-an-xa
     * @param asOf day of its figures
     * @param heldOn day of the conference; not before
     * @param agency office that prepares it
     * @return reviews.review.id
     */
    @Transactional
    public int open(String template, LocalDate asOf, LocalDate heldOn, int agency, Instant at) {
        CurrentUser by = CurrentUser.require();
        if (by.id() != 0 && !grants.mayAt(by, "ministry_office", agency) && !grants.mayAt(by, "department", agency)) {
            throw Problem.forbidden("reviews.problem.not-agency");
        }
        if (asOf.isAfter(heldOn)) {
            throw Problem.refused("reviews.problem.days", asOf, heldOn);
        }
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry' and valid_from <= :day and :day < valid_to limit 1")
                .param("day", heldOn)
                .query(Integer.class)
                .single();
        return write(templates.get(template), asOf, heldOn, ministry, agency, null, List.of(), at);
    }

    /**
     * Opens the periodic report of the ministry or a province for who drafts there.
     *
     * @param agency the office that prepares it; a province's report is issued by itself, the ministry's by the ministry
     * @param forms whose figures it says
     * @throws Problem refused when the period is not over or no form is named; forbidden for who does not draft there
     */
    @Transactional
    public int openPeriodic(Period period, List<Form> forms, int agency, Instant at) {
        CurrentUser by = CurrentUser.require();
        LocalDate today = VietnamTime.dayOf(at);
        boolean ministry = by.id() == 0 || grants.mayAt(by, "ministry_office", agency) || grants.mayAt(by, "department", agency);
        boolean province = grants.mayAt(by, "provincial_staff", agency) || grants.mayAt(by, "provincial_director", agency);
        if (!ministry && !province) {
            throw Problem.forbidden("reviews.problem.not-agency");
        }
        if (!period.isOver(today) || forms.isEmpty()) {
            throw Problem.refused("reviews.problem.periodic", period.label(Texts.VIETNAMESE));
        }
        int issuing = !ministry ? agency : jdbc.sql("select office_id from territory.pub_office where kind = 'ministry' and valid_from <= :day and :day < valid_to limit 1")
                .param("day", today).query(Integer.class).single();
        int placeId = jdbc.sql("select place_id from territory.pub_office where office_id = :id and valid_from <= :day and :day < valid_to").param("id", issuing).param("day", today).query(Integer.class).single();
        Place place = places.byId(placeId, period.end()).or(() -> places.byId(placeId, today)).orElseThrow(Problem::notFound);
        Template outline = figures.asking(() -> periodic.of(place, period, forms, today));
        return write(outline, period.end(), today, issuing, agency, period, forms.stream().map(Form::code).toList(), at);
    }

    private int write(Template outline, LocalDate asOf, LocalDate heldOn, int issuing, int agency, @Nullable Period period, List<String> forms, Instant at) {
        CurrentUser by = CurrentUser.require();
        short field = fieldOf(by, agency);
        int id = jdbc.sql("""
                        insert into reviews.review (template, title, as_of, held_on, agency_id, opened_by, opened_at, field, home, place_id, period, forms)
                        select :template, :title, :asOf, :heldOn, :agency, :by, :at, :field, p.home, o.place_id, :period, :forms
                        from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :heldOn and :heldOn < p.valid_to
                        where o.office_id = :issuing and o.valid_from <= :heldOn and :heldOn < o.valid_to returning id""")
                .param("template", outline.code())
                .param("period", period == null ? null : period.code(), java.sql.Types.VARCHAR)
                .param("forms", forms.isEmpty() ? null : forms.toArray(String[]::new), java.sql.Types.ARRAY)
                .param("title", outline.title())
                .param("asOf", asOf)
                .param("heldOn", heldOn)
                .param("agency", agency)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("field", field)
                .param("issuing", issuing)
                .query(Integer.class)
                .single();
        trail.write("reviews.review.opened", "review:" + id, null, new Wanted(outline.code(), asOf, heldOn, agency));
        papers.open(
                new NewPaper(PaperKind.valueOf(outline.kind()), issuing, agency, outline.subject(), outline.addressees(), outline.recipients(), field, SECTION, (long) id, null),
                at);
        write(id, outline, asOf, by, at);
        return id;
    }

    /** General staff work where the opener holds that; else the field of the department. */
    private short fieldOf(CurrentUser by, int agency) {
        if (by.id() == 0) {
            return GENERAL;
        }
        var here = grants.of(by).stream().filter(grant -> grant.officeId() == agency).toList();
        return here.stream().anyMatch(grant -> grant.field() == null || grant.field() == GENERAL) ? GENERAL : here.getFirst().field();
    }

    private void write(int review, Template outline, LocalDate asOf, CurrentUser by, Instant at) {
        int position = 0;
        for (Template.Block block : outline.blocks()) {
            int id = jdbc.sql("""
                            insert into reviews.block (review_id, position, kind, number, spec)
                            values (:review, :position, :kind, :number, cast(:spec as jsonb)) returning id""")
                    .param("review", review)
                    .param("position", ++position)
                    .param("kind", block.kind())
                    .param("number", block.number() == null ? "" : block.number())
                    .param("spec", block.spec() == null ? null : json.writeValueAsString(block.spec()).replace("@AS_OF", "@" + asOf).replace("@DAY", DateWords.brief(asOf, Texts.VIETNAMESE)))
                    .query(Integer.class)
                    .single();
            var slots = new ArrayList<Slot>();
            String text = fill(block.text(), outline, asOf, slots);
            jdbc.sql("""
                            insert into reviews.wording (block_id, version, text, slots, written_by, written_name, written_at)
                            values (:block, 1, :text, cast(:slots as jsonb), :by, :name, :at)""")
                    .param("block", id)
                    .param("text", text)
                    .param("slots", json.writeValueAsString(slots))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    private String fill(String text, Template outline, LocalDate asOf, List<Slot> slots) {
        Matcher m = Template.NAMED_SLOT.matcher(text);
        return m.replaceAll(found -> {
            Slot named = outline.slots().get(found.group(1));
            if (named == null) {
                throw new IllegalStateException("no slot " + found.group(1) + " in " + outline.code());
            }
            Slot slot = new Slot(
                    named.indicator(), named.place(), named.period().replace("@AS_OF", "@" + asOf), named.of(), named.say(), named.unit(), named.decimals(), null);
            var fact = figures.find(slot, null);
            slots.add(slot.seeing(fact.map(Fact::value).orElse(null)));
            return Matcher.quoteReplacement("[" + slots.size() + ": " + fact.map(f -> Phrasing.first(slot, f)).orElse(ReviewSection.MISSING) + "]");
        });
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Review get(int id) {
        return list().stream().filter(review -> review.id() == id).findFirst().orElseThrow(Problem::notFound);
    }

    /** Every review in scope, the newest first. */
    @Transactional(readOnly = true)
    public List<Review> list() {
        return jdbc.sql("""
                        select r.id, r.template, r.title, r.as_of, r.held_on, r.agency_id, r.opened_by, r.opened_at, p.id as paper
                        from reviews.review r join papers.pub_paper p on p.section = 'reviews' and p.section_ref = r.id
                        order by r.held_on desc, r.id desc""")
                .query(Review.class)
                .list();
    }
}
