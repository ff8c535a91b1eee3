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
import vn.bamcoso.staffing.establishment.ByClass;
import vn.bamcoso.staffing.establishment.Ceilings;
import vn.bamcoso.staffing.establishment.Classing;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Posts are handed out by template, within what the superior was given. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class AllottingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final short TEMPLATE_1_3_31 = 5;

    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired Allotting allotting;
    @Autowired Ceilings ceilings;
    @Autowired ByClass byClass;
    @Autowired Classing classing;
    @Autowired Places places;
    @Autowired Offices offices;
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

    @Test
    void theCeilingOfTheMinistryStandsOverThoseOfTheProvincesAndTheirPosts() {
        LocalDate day = LocalDate.of(2031, 1, 1);
        Place province = places.byKey("P04@2026-11-21").orElseThrow();
        int above = staff.office(province);
        int ministry = offices.byId(above, day).orElseThrow().parentId();
        var communes = places.children(province.id(), Staff.TODAY);
        var inProvince = users.person("tochuc.caobang", "provincial_staff", above);
        var inMinistry = users.person("vanphong.tran", "ministry_office", ministry);
        int taken = users.asOwner(jdbc -> jdbc.sql("select others from staffing.handed_out(?, 0, ?) t where t.day = ?").param(ministry).param(day).param(day).query(Integer.class).single());
        try {
            users.as(inMinistry, () -> ceilings.give(ministry, taken + 40, day, "1/QĐ-TTg", DAY));
            users.as(inProvince, () -> allotting.allot(staff.office(communes.get(0)), TEMPLATE_1_3_31, day, "5/QĐ-CAT", DAY));
            refused("staffing.problem.ceiling-above", () -> users.as(inProvince, () -> allotting.allot(staff.office(communes.get(1)), TEMPLATE_1_3_31, day, "6/QĐ-CAT", DAY)));
            refused("staffing.problem.ceiling-above", () -> users.as(inMinistry, () -> ceilings.give(above, 41, day, "2/QĐ-BCA", DAY)));
            refused("staffing.problem.ceiling-low", () -> users.as(inMinistry, () -> ceilings.give(above, 34, day, "2/QĐ-BCA", DAY)));
            users.as(inMinistry, () -> ceilings.give(above, 40, day, "2/QĐ-BCA", DAY));
            refused("staffing.problem.ceiling", () -> users.as(inProvince, () -> allotting.allot(staff.office(communes.get(1)), TEMPLATE_1_3_31, day, "6/QĐ-CAT", DAY)));
            refused("staffing.problem.ceiling-low", () -> users.as(inMinistry, () -> ceilings.give(ministry, taken + 39, day.plusMonths(1), "3/QĐ-TTg", DAY)));
            refused("staffing.problem.not-yours", () -> users.as(inProvince, () -> ceilings.give(above, 50, day.plusMonths(1), "4/QĐ-CAT", DAY)));
        } finally {
            users.asOwner(jdbc -> jdbc.sql("update staffing.ceiling set valid_to = valid_from where valid_from >= ?").param(day).update());
            users.asOwner(jdbc -> jdbc.sql("update staffing.post set valid_to = valid_from where valid_from >= ?").param(day).update());
        }
    }

    @Test
    void oneDecisionGivesATemplateToAllCommunesOfAClassOrToNone() {
        LocalDate day = LocalDate.of(2032, 1, 1);
        Place province = places.byKey("P11@2026-11-21").orElseThrow();
        var communes = places.children(province.id(), Staff.TODAY);
        var inProvince = users.person("tochuc.dienbien", "provincial_staff", staff.office(province));
        var inMinistry = users.person("x01.mau", "ministry_office", offices.byId(staff.office(province), day).orElseThrow().parentId());
        String fields = "within=" + province.key() + "&ofClass=key&from=2032-01-01&composition=";
        try {
            String codes = communes.get(3).code() + " " + communes.get(7).code();
            refused("staffing.problem.fact-codes", () -> users.as(inProvince, () -> classing.note(province, "key", false, codes + " 00004", day, "Thử")));
            var elsewhere = users.person("tochuc.khac", "provincial_staff", staff.office(places.byKey("P01@2026-11-21").orElseThrow()));
            refused("staffing.problem.not-yours", () -> users.as(elsewhere, () -> classing.note(province, "key", false, codes, day, "Thử")));
            assertThat((int) users.as(inProvince, () -> classing.note(province, "key", false, codes, day, "Thử"))).isEqualTo(2);
            refused("staffing.problem.fact-same", () -> users.as(inProvince, () -> classing.note(province, "key", false, codes, day, "Thử")));
            refused("staffing.problem.not-yours", () -> users.as(inProvince, () -> allotting.addTemplate("1+2+15", 12, "key", day, null, "9/QĐ")));
            refused("staffing.problem.template-least", () -> users.as(inMinistry, () -> allotting.addTemplate("1+2+15", 19, "key", day, null, "9/QĐ")));
            users.as(inMinistry, () -> allotting.addTemplate("1+2+15", 12, "key", day, null, "9/QĐ-BCA"));
            short template = users.as(inProvince, () -> allotting.templates(day)).stream().filter(one -> one.code().equals("1+2+15")).findFirst().orElseThrow().id();
            assertThat(users.signIn(inProvince).get("/staffing/establishment/classes?" + fields + template).body())
                    .contains("2 đơn vị: từ 0 thành 36 biên chế", "Giao cho 2 đơn vị", communes.get(3).code(), communes.get(7).code());
            assertThat(users.signIn(inProvince).get("/staffing/establishment/classes?within=P01@2026-11-21").status()).as("another province").isEqualTo(404);
            refused("staffing.problem.class-changed", () -> users.as(inProvince, () -> byClass.allot(province, "key", "", template, day, "5/QĐ", DAY, 3)));
            // room for one of the two: then none of them is changed
            users.asOwner(jdbc -> jdbc.sql("insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id) values (?, 20, '2032-01-01', 'infinity', '1/QĐ', '2026-11-01', 0, ?, ?)")
                    .param(staff.office(province)).param(province.home()).param(province.id()).update());
            refused("staffing.problem.ceiling", () -> users.as(inProvince, () -> byClass.allot(province, "key", "", template, day, "5/QĐ", DAY, 2)));
            assertThat(users.as(inProvince, () -> strength.communes(day, null)).get(communes.get(3).id())).isNull();
            users.asOwner(jdbc -> jdbc.sql("update staffing.ceiling set number = 36 where valid_from = ?").param(day).update());
            assertThat((int) users.as(inProvince, () -> byClass.allot(province, "key", "", template, day, "5/QĐ", DAY, 2))).isEqualTo(2);
            var after = users.as(inProvince, () -> strength.communes(day, null));
            assertThat(after.get(communes.get(3).id()).all()).isEqualTo(new Strength.Cell(18, 0, 18, 0));
            assertThat(after.get(communes.get(7).id()).all().allotted()).isEqualTo(18);
            assertThat(after.get(communes.get(4).id())).as("not of the class").isNull();
        } finally {
            users.asOwner(jdbc -> jdbc.sql("update staffing.ceiling set valid_to = valid_from where valid_from >= ?").param(day).update());
            users.asOwner(jdbc -> jdbc.sql("update staffing.post set valid_to = valid_from where valid_from >= ?").param(day).update());
            users.asOwner(jdbc -> jdbc.sql("delete from territory.attribute where source = 'Thử'").update());
        }
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
