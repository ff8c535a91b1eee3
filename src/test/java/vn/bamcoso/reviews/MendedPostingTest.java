package vn.bamcoso.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bamcoso.reviews.Signatories.CONFERENCE;
import static vn.bamcoso.reviews.Signatories.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.IssuedPapers;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * A posting of 2021 is mended today, after the review of 31 May 2021 was issued with a number that was counted from postings: what is
 * known now changes, what was known then does not, and the report prints as it was printed and names what has changed since.
 */
@InTheHouse
@Import({April2021.class, Signatories.class})
@TestPropertySource(properties = "bamcoso.test.own-database=mended")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MendedPostingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Period APRIL = Period.asOf(April2021.DAY);

    @Autowired TestUsers users;
    @Autowired April2021 april;
    @Autowired Signatories by;
    @Autowired IssuedPapers issued;
    @Autowired Pivot pivot;
    @Autowired Offices offices;
    @Autowired Places places;

    /** The officers of April stand in the register, five or six a commune as the figures say, and are counted from there. */
    @BeforeAll
    void theOfficersOfApril() {
        april.happens();
        users.asOwner(jdbc -> jdbc.sql("""
                        with five as (select f.place_id, p.home, f.value::int as n from figures.figure f join figures.indicator i on i.id = f.indicator_id and i.code = 'officers_posted'
                                      join figures.period d on d.id = f.period_id and d.code = '@2021-04-23' join territory.place p on p.id = f.place_id),
                        people as (insert into staffing.officer (number, name, birth_year, sex, ethnic_group, rank, education, entered_on, home, place_id)
                                   select 'T' || place_id || '-' || k, 'Nguyễn Văn Thử', 1990, 'm', 'Kinh', 'dai_uy', 'dai_hoc', '2012-01-01', home, place_id
                                   from five, generate_series(1, n) k returning id, home, place_id)
                        insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, recorded_by, known_from, home, place_id)
                        select o.id, s.id, 3, 'full', '2020-01-01', 'infinity', 'transfer', '1/QĐ', 0, '2021-05-20 09:00+07', o.home, o.place_id
                        from people o join territory.office s on s.of_place = o.place_id""").update());
        users.asOwner(jdbc -> jdbc.sql("update figures.indicator set measured_from = '2018-10-01', measured_since = '2021-05-25 00:00+07', version = version + 1 where code = 'officers_posted'").update());
    }

    @Test
    void whatIsKnownNowChangesAndWhatWasKnownThenAndTheFrozenReportDoNot() throws InterruptedException {
        int paper = by.issue(by.open());
        var frozen = users.as(by.drafter, () -> issued.frozen(paper));
        assertThat(officers(null)).isEqualTo(44_694);
        assertThat(users.as(by.drafter, () -> issued.changedSince(paper))).isEmpty();
        Instant beforeTheMend = Instant.now();
        Thread.sleep(20);

        Place commune = april.communes().stream().filter(place -> place.home() == 1).findFirst().orElseThrow();
        long posting = users.asOwner(jdbc -> jdbc.sql("select min(id) from staffing.posting where place_id = ?").param(commune.id()).query(Long.class).single());
        Person keeper = users.person("tochuc.hanoi", "provincial_staff", offices.serving(places.byKey("P01@2026-11-21").orElseThrow().id(), TODAY).orElseThrow().id());
        Browser hanoi = users.signIn(keeper);
        String page = "/staffing/postings/" + posting + "/mending";
        assertThat(hanoi.post(page, Map.of("from", "2021-05-04", "to", "", "reason", "Quyết định ghi ngày 4/5/2021")).status()).isEqualTo(302);

        assertThat(officers(null)).as("known now: one officer came only in May").isEqualTo(44_693);
        assertThat(officers(beforeTheMend)).as("known a moment ago").isEqualTo(44_694);
        assertThat(officers(NOON)).as("known at the conference").isEqualTo(44_694);
        assertThat(hanoi.get(page).body()).contains("4/5/2021 – nay", "1/1/2020 – nay", "được biết như vậy từ");

        assertThat(users.as(by.drafter, () -> issued.frozen(paper)).docx()).as("reprint").isEqualTo(frozen.docx());
        assertThat(users.as(by.drafter, () -> issued.check(paper)).bytes()).as("rebuilt as known then").isTrue();
        assertThat(users.as(by.drafter, () -> issued.changedSince(paper)))
                .filteredOn(changed -> changed.mark().equals("officers_posted|NVN@2021-07-01|@2021-04-23|"))
                .singleElement().satisfies(changed -> {
                    assertThat(changed.said()).isEqualTo("gần 45.000");
                    assertThat(changed.then()).isEqualByComparingTo("44694");
                    assertThat(changed.now()).isEqualByComparingTo("44693");
                });
        assertThat(users.signIn(by.drafter).get("/documents/" + paper + "/checks").body()).contains("44.694", "44.693");
    }

    private int officers(Instant known) {
        var asked = new Question(List.of("officers_posted"), List.of(APRIL), Level.NATION, "NVN@2021-07-01", CONFERENCE).knownAt(known);
        return users.as(by.drafter, () -> pivot.ask(asked).total(0, 0).value().intValueExact());
    }
}
