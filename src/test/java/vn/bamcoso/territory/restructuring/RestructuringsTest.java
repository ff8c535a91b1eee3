package vn.bamcoso.territory.restructuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Restructurings from the draft of the Ministry Office to the keeper's commitment, and back. */
@InTheHouse
class RestructuringsTest {
    static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    static final String HEAD = "what,place,code,kind,name,parent,into,share,was\n";
    /** Two communes of Tuyên Quang become one ward; a third is shared out. */
    static final String MERGER = HEAD + """
            found,,00721,phuong,Đồng Văn Mới,P08,,,
            merge,C00721,,,,,C00721,,
            merge,C00715,,,,,C00721,,
            split,C00769,,,,,C00721,0.6,
            split,C00769,,,,,C00778,0.4,
            """;

    @Autowired
    Restructurings restructurings;

    @Autowired
    Places places;

    @Autowired
    Offices offices;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    private TestUsers.Person office;
    private TestUsers.Person keeper;
    private Integer running;

    @BeforeEach
    void people() {
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        office = users.person("van.phong", "ministry_office", ministry);
        keeper = users.person("giu.dia.danh", "gazetteer_keeper", ministry);
    }

    @AfterEach
    void takeBack() {
        if (running != null) {
            users.as(keeper, () -> restructurings.withdraw(running));
        }
    }

    private int prepare(String csv, LocalDate day) {
        var head = new ActHead("Thử sắp xếp", "1/NQ", null, "Quốc hội", day, null);
        return users.as(office, () -> restructurings.prepare(head, ChangeRows.fromCsv(csv)));
    }

    private void commit(int id) {
        Preview preview = users.as(keeper, () -> restructurings.preview(id));
        assertThat(preview.faults()).isEmpty();
        users.as(keeper, () -> restructurings.commit(id, preview.version()));
        running = id;
    }

    private long number(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    @Test
    void dongNaiIsACityFromTheDayOfItsResolution() {
        Place before = places.byKey("P75@2026-04-29").orElseThrow();
        Place after = places.byKey("P75@2026-04-30").orElseThrow();
        assertThat(before.fullName()).isEqualTo("Tỉnh Đồng Nai");
        assertThat(after.fullName()).isEqualTo("Thành phố Đồng Nai");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(offices.serving(after.id(), LocalDate.of(2026, 4, 30))).map(Office::name).contains("Công an thành phố Đồng Nai");
        assertThat(number("select count(*) from territory.pub_place where kind = 'thanh_pho' and valid_from <= '2026-04-30' and '2026-04-30' < valid_to")).isEqualTo(7);
    }

    @Test
    void mangDenWasFoundedFromTheWholeOfDakLong() {
        assertThat(kinds("2018-06-01")).isEqualTo(Map.of("xa", 86L, "phuong", 10L, "thi_tran", 6L));
        assertThat(kinds("2019-08-31")).isEqualTo(Map.of("xa", 86L, "phuong", 10L, "thi_tran", 6L));
        assertThat(kinds("2019-09-01")).isEqualTo(Map.of("xa", 85L, "phuong", 10L, "thi_tran", 7L));
        Place town = places.byKey("C23473@2021-07-01").orElseThrow();
        Place commune = places.byKey("C23473@2018-01-01").orElseThrow();
        assertThat(town.key()).isEqualTo("C23473@2019-09-01");
        assertThat(commune.key()).isEqualTo("C23473@2019-08-31");
        assertThat(commune.fullName()).isEqualTo("Xã Đắk Long");
        assertThat(offices.serving(commune.id(), LocalDate.of(2018, 1, 1))).map(Office::name).contains("Công an xã Đắk Long");
        // a figure of Đắk Long stands on the map of 2021 at Măng Đen, wholly and exactly
        assertThat(jdbc.sql("select quality || ' ' || share from territory.reach where vintage_id = territory.vintage_of('2021-07-01') and place_id = :old and ancestor_id = :new")
                .param("old", commune.id()).param("new", town.id()).query(String.class).single()).isEqualTo("exact 1");
    }

    private Map<String, Long> kinds(String day) {
        return jdbc.sql("""
                        select s.kind, count(*) from territory.reach r
                        join territory.pub_place s on s.place_id = r.place_id and s.level = 'commune' and s.valid_from <= cast(:day as date) and cast(:day as date) < s.valid_to
                        join territory.pub_place p on p.place_id = r.ancestor_id and p.code = '62' and p.level = 'province'
                        where r.vintage_id = territory.vintage_of(cast(:day as date)) group by s.kind""")
                .param("day", day)
                .query(rows -> {
                    var kinds = new java.util.HashMap<String, Long>();
                    while (rows.next()) {
                        kinds.put(rows.getString(1), rows.getLong(2));
                    }
                    return kinds;
                });
    }

    @Test
    void aMergerWithAShareIsCommittedBySomebodyElseAndUndoneByWithdrawal() {
        long reach = number("select count(*) from territory.reach");
        String states = jdbc.sql("select md5(string_agg(s::text, ',' order by place_id, valid_from)) from territory.place_state s").query(String.class).single();
        String officeStates = jdbc.sql("select md5(string_agg(office_id || name || valid_from || valid_to, ',' order by office_id, valid_from)) from territory.office_state").query(String.class).single();
        Place old = places.byKey("C00769@2026-12-31").orElseThrow();
        int id = prepare(MERGER, DAY);
        commit(id);
        Place ward = places.byKey("C00721@2027-01-01").orElseThrow();
        assertThat(ward.fullName()).isEqualTo("Phường Đồng Văn Mới");
        assertThat(places.byKey("C00721@2026-12-31").orElseThrow().id()).isNotEqualTo(ward.id());
        assertThat(offices.serving(ward.id(), DAY)).map(Office::name).contains("Công an phường Đồng Văn Mới");
        assertThat(offices.serving(old.id(), DAY)).isEmpty();
        assertThat(jdbc.sql("select string_agg(quality || ' ' || trim_scale(share), ', ' order by share desc) from territory.reach where vintage_id = territory.vintage_of('2027-01-01') and place_id = :old and level in ('commune', 'province')")
                .param("old", old.id()).query(String.class).single()).isEqualTo("exact 1, partial 0.6, partial 0.4");
        users.as(keeper, () -> restructurings.withdraw(id));
        running = null;
        assertThat(places.byKey("C00721@2027-01-01")).map(Place::fullName).contains("Xã Đồng Văn");
        assertThat(number("select count(*) from territory.reach")).isEqualTo(reach);
        assertThat(jdbc.sql("select md5(string_agg(s::text, ',' order by place_id, valid_from)) from territory.place_state s").query(String.class).single()).isEqualTo(states);
        assertThat(jdbc.sql("select md5(string_agg(office_id || name || valid_from || valid_to, ',' order by office_id, valid_from)) from territory.office_state").query(String.class).single()).isEqualTo(officeStates);
    }

    @Test
    void aNewNameKeepsTheIdentityAndRenamesThePolice() {
        Place before = places.byKey("C00715@2026-12-31").orElseThrow();
        commit(prepare(HEAD + "rename,C00715,,,Lũng Cú Mới,,,,\n", DAY));
        Place after = places.byKey("C00715@2027-01-01").orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("Lũng Cú Mới");
        assertThat(offices.serving(after.id(), DAY)).map(Office::name).contains("Công an xã Lũng Cú Mới");
        assertThat(offices.serving(after.id(), DAY.minusDays(1))).map(Office::name).contains("Công an xã Lũng Cú");
    }

    @Test
    void thePreviewTellsWhatWouldChangeAndChangesNothing() {
        int id = prepare(MERGER, DAY);
        Preview preview = users.as(office, () -> restructurings.preview(id));
        assertThat(preview.effects()).extracting(effect -> effect.text() + " " + effect.count()).contains(
                "territory.effect.founded 1", "territory.effect.ended 3", "territory.effect.offices-founded 1", "territory.effect.offices-ended 3", "figures.effect.estimates 1");
        assertThat(preview.kinds()).contains(new Preview.KindChange("phuong", 687, 688), new Preview.KindChange("xa", 2621, 2618));
        assertThat(places.byKey("C00721@2027-01-01")).map(Place::fullName).contains("Xã Đồng Văn");
    }

    @Test
    void whoPreparedDoesNotCommitAndTheTerritoryMustBeAsItWasSeen() {
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        var both = users.person("ca.hai", "ministry_office", ministry);
        users.grant(both, "gazetteer_keeper", ministry, null, LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
        var head = new ActHead("Thử", null, null, "Quốc hội", DAY, null);
        int own = users.as(both, () -> restructurings.prepare(head, ChangeRows.fromCsv(HEAD + "rename,C00715,,,Khác,,,,\n")));
        assertThat(problem(() -> users.as(both, () -> restructurings.commit(own, 2)))).isEqualTo("territory.problem.two-persons");
        assertThat(problem(() -> users.as(office, () -> restructurings.commit(own, 2)))).isEqualTo("territory.problem.role.gazetteer-keeper");
        assertThat(problem(() -> users.as(keeper, () -> restructurings.prepare(head, List.of())))).isEqualTo("territory.problem.role.ministry-office");
        int first = prepare(HEAD + "rename,C00715,,,Một,,,,\n", DAY);
        int second = prepare(HEAD + "rename,C00721,,,Hai,,,,\n", DAY);
        Preview seen = users.as(keeper, () -> restructurings.preview(second));
        commit(first);
        assertThat(problem(() -> users.as(keeper, () -> restructurings.commit(second, seen.version())))).isEqualTo("territory.problem.changed-since");
        assertThat(problem(() -> users.as(keeper, () -> restructurings.withdraw(2)))).isEqualTo("territory.problem.in-force");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "merge,C00721,,,,,C99999,,                                                | 1 | territory.fault.successor",
        "merge,C99998,,,,,C00721,,                                                | 1 | territory.fault.place",
        "split,C00769,,,,,C00721,0.6,;split,C00769,,,,,C00778,0.3,                | 1 | territory.fault.sum",
        "merge,C00721,,,,,C00715,,;merge,C00715,,,,,C00721,,                      | 1 | territory.fault.cycle",
        "merge,C00721,,,,,C00715,,;merge,C00715,,,,,C00769,,                      | 1 | territory.fault.successor-ends",
        "merge,C00745@2021-07-01,,,,,C00721,,                                     | 1 | territory.fault.gap",
        "rename,C00721,,,A,,,,;rename,C00721,,,B,,,,                              | 2 | territory.fault.overlap",
        "merge,C00721,,,,,C00715,,;rename,C00721,,,B,,,,                          | 2 | territory.fault.ends-too",
        "split,P08,,,,,P04,0.5,;split,P08,,,,,P20,0.5,                            | – | territory.fault.orphan",
        "found,,00721,xa,Mới,P08,,,                                               | 1 | territory.fault.code-twice",
        "dissolve,C00721,,,,,,,                                                   | 1 | territory.fault.no-successor",
        "change_parent,C00721,,,,C00715,,,                                        | 1 | territory.fault.parent",
        "change_kind,C00721,,tinh,,,,,                                            | 1 | territory.fault.kind-level",
        "rename,C00721,,,Đồng Văn,,,,                                             | 1 | territory.fault.nothing"
    })
    void whatCannotBeIsRefusedWithItsRowAndASentence(String rows, String row, String code) {
        int id = prepare(HEAD + rows.replace(";", "\n") + "\n", DAY);
        Preview preview = users.as(keeper, () -> restructurings.preview(id));
        assertThat(preview.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.where()).isEqualTo(row);
        });
        preview.faults().forEach(fault -> assertThat(Texts.vi().get(fault.code(), fault.args().toArray())).doesNotContain("{"));
        assertThat(problem(() -> users.as(keeper, () -> restructurings.commit(id, preview.version())))).isEqualTo("territory.problem.refused");
    }

    @Test
    void aRowThatCannotBeReadIsToldWithAllOthers() {
        Problem problem = catchThrowableOfType(Problem.class, () -> ChangeRows.fromCsv(HEAD + "nhập,C1,,,,,,,\nsplit,C00721,,,,,C00715,1.2,\nfound,,7,xa,A,P08,,,\nmerge,,,,,,C00721,,\n"));
        assertThat(problem.faults()).extracting(fault -> fault.where() + " " + fault.code())
                .containsExactly("1 territory.fault.what", "2 territory.fault.share", "3 territory.fault.code", "4 territory.fault.missing");
    }

    private static String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }
}
