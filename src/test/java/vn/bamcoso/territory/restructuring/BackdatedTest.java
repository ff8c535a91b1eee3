package vn.bamcoso.territory.restructuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Acts whose day is past. They cannot be withdrawn, hence the database of their own. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=territory")
class BackdatedTest {
    @Autowired Restructurings restructurings;
    @Autowired Places places;
    @Autowired TestUsers users;

    private TestUsers.Person office;
    private TestUsers.Person keeper;

    @BeforeEach
    void people() {
        int ministry = users.asOwner(jdbc -> jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single());
        office = users.person("van.phong.cu", "ministry_office", ministry);
        keeper = users.person("giu.dia.danh.cu", "gazetteer_keeper", ministry);
    }

    private int prepare(String rows, LocalDate day) {
        var head = new ActHead("Sửa về quá khứ", "2/NQ", null, "Ủy ban Thường vụ Quốc hội", day, null);
        return users.as(office, () -> restructurings.prepare(head, ChangeRows.fromCsv(RestructuringsTest.HEAD + rows)));
    }

    private Preview commit(int id) {
        Preview preview = users.as(keeper, () -> restructurings.preview(id));
        assertThat(preview.faults()).isEmpty();
        users.as(keeper, () -> restructurings.commit(id, preview.version()));
        return preview;
    }

    /** District Đồng Văn (026 of Hà Giang) ended on 1 July 2025, and Hà Giang went into Tuyên Quang on that day. */
    @Test
    void aPlaceFoundedInThePastGoesOnUnderWhatBecameOfItsDistrictUntilAnotherActSaysWhatBecameOfItself() {
        Place district = places.byKey("D026@2021-07-01").orElseThrow();
        assertThat(district.name()).isEqualTo("Đồng Văn");
        Preview preview = commit(prepare("found,,00999,xa,Thử Lập,D026@2021-07-01,,,\n", LocalDate.of(2022, 1, 1)));
        assertThat(preview.effects()).anySatisfy(effect -> {
            assertThat(effect.text()).isEqualTo("territory.effect.followed");
            assertThat(effect.examples()).containsExactly("Xã Thử Lập → Tỉnh Tuyên Quang (1/7/2025)");
        });
        assertThat(parents()).containsExactly("2022-01-01 Huyện Đồng Văn", "2025-07-01 Tỉnh Tuyên Quang");

        commit(prepare("merge,C00999,,,,,C00721,,\n", LocalDate.of(2025, 7, 1)));
        assertThat(parents()).containsExactly("2022-01-01 Huyện Đồng Văn");
        assertThat(places.byKey("C00999@2025-06-30")).isPresent();
        assertThat(places.byKey("C00999@2025-07-01")).isEmpty();
        Place commune = places.byKey("C00999@2022-01-01").orElseThrow();
        assertThat(users.<String>asOwner(jdbc -> jdbc.sql("""
                        select string_agg(p.full_name, ', ' order by r.level) from territory.reach r
                        join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= '2025-07-01' and '2025-07-01' < p.valid_to
                        where r.vintage_id = territory.vintage_of('2025-07-01') and r.place_id = :place and r.level <> 'nation'""")
                .param("place", commune.id()).query(String.class).single())).isEqualTo("Xã Đồng Văn, Tỉnh Tuyên Quang");
    }

    private List<String> parents() {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select s.valid_from || ' ' || (select full_name from territory.place_state a where a.place_id = s.parent_id and a.valid_from <= s.valid_from and s.valid_from < a.valid_to)
                        from territory.place_state s where s.code = '00999' order by s.valid_from""")
                .query(String.class)
                .list());
    }

    @Test
    void whatTheProductBringsStandsInTheTrailAsDoneByTheProgramAndOnlyOnce() {
        List<String> lines = users.asOwner(jdbc -> jdbc.sql("select subject || ' ' || act from audit.entry where user_id = 0 and act like 'territory.act.%' order by id").query(String.class).list());
        assertThat(lines).containsExactly("act:1 territory.act.prepared", "act:1 territory.act.committed", "act:2 territory.act.prepared", "act:2 territory.act.committed");
    }
}
