package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A province and a department of the ministry fill in forms of their own: written by one, signed by another, approved by the Ministry Office. */
@InTheHouse
class ProvinceReportsTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired Forms forms;

    @Test
    void aProvinceReportsToTheMinistryWithAFormOfItsOwnLevel() {
        DongVan.Team team = dongVan.team();
        Browser office = users.signIn(team.ministry());
        form(office, "Biểu của cấp tỉnh", "province", "Công tác | Cuộc kiểm tra của tỉnh | cuộc");
        Browser staff = users.signIn(team.staff());
        assertThat(staff.get("/forms").body()).as("it lies among what is due").contains("/forms/bieu-cua-cap-tinh/submissions");
        assertThat(users.signIn(team.clerk()).post("/forms/bieu-cua-cap-tinh/submissions", Map.of("place", String.valueOf(team.province().id()), "period", "2026-Q3")).status()).as("a commune does not write it").isEqualTo(403);
        long id = opened(staff, "bieu-cua-cap-tinh", team.province().id());
        assertThat(staff.post("/submissions/" + id + "/presentation", Map.of("v.cuoc_kiem_tra_cua_tinh", "17", "lock", String.valueOf(JourneyTest.lockOfEntry(staff, id)))).location()).contains("done=presented");
        Browser director = users.signIn(team.director());
        assertThat(staff.post("/submissions/" + id + "/sending", lock(director, id)).status()).as("staff does not sign").isEqualTo(403);
        assertThat(director.post("/submissions/" + id + "/sending", lock(director, id)).location()).contains("done=sent");
        assertThat(director.post("/submissions/" + id + "/approval", lock(office, id)).status()).as("nobody approves the own report").isEqualTo(403);
        assertThat(director.get("/approvals").body()).as("it waits above, not here").doesNotContain("/submissions/" + id + "\"");
        assertThat(office.get("/approvals").body()).contains("Biểu của cấp tỉnh", team.province().fullName());
        assertThat(office.post("/submissions/" + id + "/return", with(lock(office, id), Map.of("remark", "Rà lại."))).location()).contains("done=returned");
        assertThat(staff.post("/submissions/" + id + "/presentation", Map.of("v.cuoc_kiem_tra_cua_tinh", "18", "n.cuoc_kiem_tra_cua_tinh", "1", "lock", String.valueOf(JourneyTest.lockOfEntry(staff, id)))).location()).contains("done=presented");
        director.post("/submissions/" + id + "/sending", lock(director, id));
        assertThat(office.post("/submissions/" + id + "/approval", lock(office, id)).location()).contains("done=approved");
        assertThat(figure("cuoc_kiem_tra_cua_tinh", team.province().id())).isEqualByComparingTo("18");
        assertThat(office.get("/completeness?form=bieu-cua-cap-tinh&period=2026-Q3").status()).isEqualTo(200);
    }

    @Test
    void aDepartmentReportsToTheMinistryOffice() {
        int department = jdbc.sql("select min(office_id) from territory.pub_office where kind = 'department'").query(Integer.class).single();
        int nation = jdbc.sql("select place_id from territory.pub_place where level = 'nation'").query(Integer.class).single();
        Browser office = users.signIn(dongVan.team().ministry());
        form(office, "Biểu của cục", "nation", "Công tác | Văn bản hướng dẫn của cục | văn bản");
        Browser writer = users.signIn(users.person("viet.cuc", "department", department));
        Browser head = users.signIn(users.person("ky.cuc", "department", department));
        long id = opened(writer, "bieu-cua-cuc", nation);
        assertThat(writer.post("/submissions/" + id + "/presentation", Map.of("v.van_ban_huong_dan_cua_cuc", "4", "lock", String.valueOf(JourneyTest.lockOfEntry(writer, id)))).location()).contains("done=presented");
        assertThat(writer.post("/submissions/" + id + "/sending", lock(writer, id)).status()).as("who wrote it does not sign it").isEqualTo(403);
        assertThat(head.post("/submissions/" + id + "/sending", lock(head, id)).location()).contains("done=sent");
        assertThat(office.post("/submissions/" + id + "/approval", lock(office, id)).location()).contains("done=approved");
        assertThat(figure("van_ban_huong_dan_cua_cuc", nation)).isEqualByComparingTo("4");
    }

    private static void form(Browser office, String name, String level, String table) {
        String draft = office.post("/forms/drafts", Map.of()).location();
        Map<String, String> head = new HashMap<>(Map.of("version", "0", "nameVi", name, "field", "general", "level", level, "rule", "official", "kinds", "quarter", "deadline", "+2", "firstEnd", "14/9/2026", "everywhere", "1"));
        head.putAll(Map.of("document", "Công văn thử", "table", table, "release", "1"));
        var reply = office.post(draft.substring(draft.indexOf("/forms/")), head);
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    }

    private static long opened(Browser who, String form, int place) {
        Browser.Reply reply = who.post("/forms/" + form + "/submissions", Map.of("place", String.valueOf(place), "period", "2026-Q3"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        return Long.parseLong(reply.location().replaceAll(".*/submissions/(\\d+)/entry", "$1"));
    }

    private static Map<String, String> lock(Browser who, long id) {
        return Map.of("lock", String.valueOf(JourneyTest.lock(who, id)));
    }

    private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
        var both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private BigDecimal figure(String indicator, int place) {
        return users.asOwner(jdbc -> jdbc.sql("select f.value from figures.figure f join figures.indicator i on i.id = f.indicator_id where i.code = ? and f.place_id = ?").params(List.of(indicator, place)).query(BigDecimal.class).single());
    }
}
