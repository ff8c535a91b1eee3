package vn.bamcoso.audit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.audit.seal.Sealer;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.store.Database;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

@InTheHouse
class TrailPageTest {
    @Autowired
    TestUsers users;

    @Autowired
    Trail trail;

    @Autowired
    Sealer sealer;

    @Autowired
    Places places;

    @Autowired
    Offices offices;

    @Autowired
    Database database;

    @Value("${bamcoso.data}")
    Path data;

    private Browser auditor;
    private Person doer;
    private long line;

    @BeforeEach
    void somebodyDoesSomething() {
        int ministry = offices.serving(places.nation().id(), LocalDate.of(2026, 1, 1)).orElseThrow().id();
        auditor = users.signIn(users.person("kiemtoan.bo", "auditor", ministry));
        doer = users.person("nguoi.lam");
        users.in(doer, () -> {
            trail.write("identity.account.renamed", "thing:77", Map.of("name", "Tên cũ", "same", 1), Map.of("name", "Tên mới", "same", 1));
            return null;
        });
        sealer.round();
        line = users.asOwner(jdbc -> jdbc.sql("select max(id) from audit.entry where subject = 'thing:77'").query(Long.class).single());
    }

    @Test
    void theAuditorFindsALineByPersonActSubjectAndDay() {
        String today = LocalDate.now(VietnamTime.ZONE).toString();
        for (String filter : List.of("user=nguoi.lam", "act=identity.account.renamed&user=nguoi.lam", "subject=thing:77", "from=" + today + "&to=" + today + "&subject=thing:77")) {
            assertThat(auditor.get("/trail?" + filter).body()).as(filter).contains("thing:77").contains("nguoi.lam").contains("Đổi tên tài khoản");
        }
        for (String filter : List.of("user=khong.co", "act=identity.account.closed", "subject=thing:78", "to=" + LocalDate.now(VietnamTime.ZONE).minusDays(1))) {
            assertThat(auditor.get("/trail?" + filter).body()).as(filter).doesNotContain("thing:77</td>");
        }
    }

    @Test
    void lookingAtTheContentsOfALineIsALineItself() {
        String page = auditor.get("/trail/" + line).body();
        assertThat(page).contains("Tên cũ").contains("Tên mới");
        assertThat(auditor.get("/trail?subject=line:" + line).body()).contains("Xem nội dung một dòng nhật ký").contains("kiemtoan.bo");
    }

    @Test
    void contentsAreErasedByOrderAndTheTrailStillHolds() {
        assertThat(auditor.post("/trail/" + line + "/erasure", Map.of("order", "")).status()).isEqualTo(422);
        assertThat(auditor.post("/trail/" + line + "/erasure", Map.of("order", "QĐ 12/QĐ-V03 ngày 2/11/2026")).status()).isEqualTo(302);
        assertThat(auditor.get("/trail/" + line).body()).contains("QĐ 12/QĐ-V03 ngày 2/11/2026").doesNotContain("Tên cũ");
        sealer.round();
        var report = Verification.run(database, data, List.of(trail.head().orElseThrow()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.detail()).contains("QĐ 12/QĐ-V03"));
        assertThat(auditor.post("/trail/check", Map.of("head", trail.head().orElseThrow().printed())).body()).contains("Nhật ký nguyên vẹn");
        assertThat(auditor.post("/trail/check", Map.of("head", "1-0000 0000 0000 0000")).body()).contains("KHÔNG nguyên vẹn");
    }

    @Test
    void toAnybodyElseTheTrailIsNotThere() {
        int ministry = offices.serving(places.nation().id(), LocalDate.of(2026, 1, 1)).orElseThrow().id();
        for (String role : List.of("administrator", "ministry_office", "leader")) {
            Browser other = users.signIn(users.person("khong.phai." + role.replace('_', '.'), role, ministry));
            for (String path : List.of("/trail", "/trail/" + line, "/trail/check")) {
                assertThat(other.get(path).status()).as(role + " " + path).isEqualTo(404);
            }
            assertThat(other.post("/trail/" + line + "/erasure", Map.of("order", "lệnh không có thật")).status()).isEqualTo(404);
        }
        assertThat(users.in(doer, () -> trailOf("audit.line(" + line + ")"))).as("the database itself refuses").isZero();
        assertThat(users.in(doer, () -> trailOf("audit.lines(null, null, null, null, null, null, 10)"))).isZero();
        assertThat(users.in(doer, () -> trailOf("audit.lines(null, null, " + doer.id() + ", null, null, null, 10)"))).as("one's own lines").isPositive();
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private long trailOf(String function) {
        return jdbc.sql("select count(*) from " + function).query(Long.class).single();
    }
}
