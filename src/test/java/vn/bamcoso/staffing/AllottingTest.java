package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.staffing.establishment.Allotting;

/** Posts are handed out by template, within what the superior was given. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class AllottingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final short TEMPLATE_1_3_31 = 5;

    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired Allotting allotting;
    @Autowired Strength strength;

    @Test
    void aTemplateGivesItsPostsFromItsDayAndTheCeilingHolds() {
        var pair = staff.pair();
        int above = staff.office(pair.province());
        int others = users.asOwner(jdbc -> jdbc.sql("select coalesce(sum(number), 0)::int from staffing.post where valid_from <= ? and valid_to > ?").param(DAY).param(DAY).query(Integer.class).single());
        // room for one commune of 35 and not for a second
        users.asOwner(jdbc -> jdbc.sql("insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id) values (?, ?, '2026-12-01', 'infinity', '1/QĐ', '2026-11-01', 0, ?, ?)")
                .param(above).param(others + 36).param(pair.province().home()).param(pair.province().id()).update());
        users.as(pair.staff(), () -> allotting.allot(pair.officeA(), TEMPLATE_1_3_31, DAY, "5/QĐ-CAT", DAY.minusDays(3)));
        Strength.Cell all = users.as(pair.staff(), () -> strength.communes(DAY, null)).get(pair.a().id()).all();
        assertThat(all).isEqualTo(new Strength.Cell(35, 0, 35, 0));
        assertThat(users.as(pair.staff(), () -> strength.communes(DAY.minusDays(1), null)).get(pair.a().id())).isNull();
        assertThatThrownBy(() -> users.as(pair.staff(), () -> allotting.allot(pair.officeB(), TEMPLATE_1_3_31, DAY, "6/QĐ-CAT", null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("staffing.problem.ceiling"));
        assertThatThrownBy(() -> users.as(pair.staff(), () -> allotting.allot(pair.officeA(), (short) 2, DAY, "7/QĐ-CAT", null)))
                .as("1+1+3 ended in 2025").isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("staffing.problem.template"));
    }
}
