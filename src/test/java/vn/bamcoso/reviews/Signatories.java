package vn.bamcoso.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Through whose hands the review of 31 May 2021 goes, from V05 that drafts it to the clerk of documents that issues it. */
@TestComponent
@Lazy // it needs the offices, which are there when the program is up
class Signatories {
    static final LocalDate CONFERENCE = LocalDate.of(2021, 5, 31);
    static final Instant MORNING = Instant.parse("2021-05-31T01:00:00Z");
    static final Instant NOON = Instant.parse("2021-05-31T05:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final TestUsers users;
    private final Reviews reviews;
    private final PaperSteps steps;
    private final int agency;
    final Person drafter;
    final Person checker;
    final Person leader;
    final Person clerk;

    Signatories(TestUsers users, Reviews reviews, PaperSteps steps, Offices offices, Places places) {
        this.users = users;
        this.reviews = reviews;
        this.steps = steps;
        agency = offices.department("V05", TODAY).orElseThrow().id();
        int ministry = offices.serving(places.nation().id(), TODAY).orElseThrow().id();
        drafter = users.person("nguyen.v05", "department", agency);
        checker = users.person("tran.vanphong", "ministry_office", offices.department("V01", TODAY).orElseThrow().id());
        leader = users.person("le.lanhdao", "leader", ministry);
        clerk = users.person("pham.vanthu", "records_clerk", ministry);
    }

    /** @return the review */
    int open() {
        return open(drafter);
    }

    int open(Person who) {
        return users.as(who, () -> reviews.open("so-ket-cong-an-xa", April2021.DAY, CONFERENCE, agency, MORNING));
    }

    /** @return the number of the paper, which a deputy has signed for the Minister */
    int number(int paper) {
        users.as(drafter, () -> steps.submit(paper, 1, "Kính trình", NOON));
        users.as(checker, () -> steps.initial(paper, 2, null, NOON));
        users.as(leader, () -> steps.sign(paper, 3, List.of("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "", null, NOON));
        return users.as(clerk, () -> steps.number(paper, 4, null, CONFERENCE, null, NOON));
    }

    /** @return the review's paper, issued */
    int issue(int review) {
        int paper = users.as(drafter, () -> reviews.get(review)).paper();
        number(paper);
        users.as(clerk, () -> steps.issue(paper, 5, NOON, NOON));
        return paper;
    }
}
