package vn.bamcoso.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.campaigns.followup.FollowUps;
import vn.bamcoso.campaigns.progress.Watching;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.Offered;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;
import vn.bamcoso.tasks.Tasks;

/** A scheme is opened by a page, a campaign also over HTTP; whoever falls behind is told once a week, and a follow-up is proposed to who leads the campaign. */
@InTheHouse
class SchemesAndPaceTest {
    private static final JsonMapper JSON = new JsonMapper();
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired Figures figures;
    @Autowired Watching watching;
    @Autowired FollowUps followUps;
    @Autowired Campaigns campaigns;
    @Autowired Tasks tasks;
    @Autowired Offered offered;
    @Autowired TransactionTemplate transaction;

    @Test
    void aSchemeHasManyTargetsEachWithOrWithoutAValue() {
        Browser ministry = users.signIn(ministry());
        Map<String, String> fields = new java.util.HashMap<>(Map.of("kind", "scheme", "nameVi", "Đề án thử nhiều mục tiêu", "firstDay", "2013-01-01", "deadline", "2020-12-31", "assignedBy", "Chính phủ",
                "denominator", "unstated", "goals", "Giảm tội phạm ở cơ sở | | | | đạt và vượt | Báo cáo tổng kết\nXã có mô hình tự quản | 9.000 | mô hình | models_community\nSai | | | khong_co"));
        Browser.Reply refused = ministry.post("/campaigns", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("không có chỉ tiêu “khong_co”");
        fields.put("goals", fields.get("goals").replace("\nSai | | | khong_co", ""));
        Browser.Reply opened = ministry.post("/campaigns", fields);
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        JsonNode scheme = JSON.readTree(users.browser().get(opened.location().substring(opened.location().indexOf("/campaigns/")).replace("/campaigns", "/api/campaigns"),
                "Authorization", "Bearer " + users.token(ministry())).body());
        assertThat(scheme.get("campaign").get("kind").asString()).isEqualTo("scheme");
        assertThat(scheme.get("campaign").get("goals").size()).isEqualTo(2);
        assertThat(scheme.get("campaign").get("goals").get(1).get("target").asInt()).isEqualTo(9000);
    }

    @Test
    void aCampaignIsOpenedOverHttp() {
        String body = """
                {"kind":"campaign","nameVi":"Chiến dịch qua giao diện","firstDay":"2026-10-01","deadline":"2026-12-31","assignedBy":"Bộ Công an","denominator":"present",
                 "goals":[{"indicator":"id_applications","target":5000}]}""";
        Browser.Reply made = users.browser().send("POST", "/api/campaigns", body, "Authorization", "Bearer " + users.token(ministry()), "Content-Type", "application/json");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(JSON.readTree(made.body()).get("code").asString()).isEqualTo("chien-dich-qua-giao-dien");
        Browser.Reply wrong = users.browser().send("POST", "/api/campaigns", body.replace("\"deadline\":\"2026-12-31\",", ""), "Authorization", "Bearer " + users.token(ministry()), "Content-Type", "application/json");
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void aCommuneWhosePaceNoLongerSufficesIsToldOnceAWeek() {
        LocalDate day = LocalDate.of(2026, 3, 20);
        int province = jdbc.sql("select place_id from territory.pub_place where level = 'province' and name = 'Lai Châu' and valid_to = 'infinity'").query(Integer.class).single();
        List<Integer> two = jdbc.sql("""
                        select p.place_id from territory.pub_place p join territory.pub_reach r on r.vintage_id = territory.vintage_of(date '2026-03-20') and r.place_id = p.place_id and r.ancestor_id = :province
                        where p.level = 'commune' and p.valid_to = 'infinity' and p.valid_from <= '2025-07-01' order by p.code limit 2""").param("province", province).query(Integer.class).list();
        users.asOwner(owner -> {
            int campaign = owner.sql("""
                            insert into campaigns.campaign (code, kind, name_vi, name_en, about_vi, about_en, field, place_id, first_day, deadline, assigned_by, denominator, opened_by, opened_at)
                            select 'cham-thu', 'campaign', 'Chiến dịch chậm thử', 'Slow campaign', '', '', i.field, ?, date '2026-03-01', date '2026-04-30', 'Công an tỉnh', 'present', 0, now()
                            from figures.indicator i where i.code = 'records_corrected' returning id""").param(province).query(Integer.class).single();
            int goal = owner.sql("insert into campaigns.goal (campaign_id, position, name_vi, name_en, indicator, unit_vi, unit_en) values (?, 1, 'Hồ sơ', 'Records', 'records_corrected', 'hồ sơ', 'records') returning id")
                    .param(campaign).query(Integer.class).single();
            for (int place : two) {
                owner.sql("""
                                insert into campaigns.quota (goal_id, field, home, place_id, revision, value, deadline, assigner, basis, assigned_by, assigned_at)
                                select ?, i.field, p.home, p.place_id, 1, 1000, date '2026-04-30', 'Công an tỉnh', 'typed', 0, now()
                                from territory.pub_place p, figures.indicator i where p.place_id = ? and p.valid_to = 'infinity' and i.code = 'records_corrected'""").params(goal, place).update();
            }
            return 0;
        });
        List<NewFigure> news = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            // the first collects 2 a day and would need years; the second 60 a day and is nearly done
            Period at = Period.asOf(LocalDate.of(2026, 3, n));
            news.add(new NewFigure("records_corrected", two.get(0), at, BigDecimal.valueOf(2L * n)));
            news.add(new NewFigure("records_corrected", two.get(1), at, BigDecimal.valueOf(45L * n)));
        }
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", null, null), news, null)));
        int first = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> watching.look(day)));
        int again = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> watching.look(day)));
        assertThat(first).isEqualTo(1);
        assertThat(again).as("not twice in a week").isZero();
        List<String> told = users.asOwner(owner -> owner.sql("select words_vi from notices.notice where once_key like 'campaigns.pace:cham-thu:%'").query(String.class).list());
        // 1,000 − 40 = 960 to go in the 41 days from 21 March to 30 April: 24 a day
        assertThat(told).singleElement().asString().contains("Chiến dịch chậm thử").contains("còn 960").contains("mỗi ngày cần 24");
        List<FollowUp<FollowUps.Line>> raised = users.as(director(), () -> followUps.of(campaigns.require("cham-thu")));
        assertThat(raised).as("once, however often it runs").singleElement().satisfies(one -> assertThat(one.lines()).singleElement().satisfies(line -> {
            assertThat(line.placeId()).isEqualTo(two.getFirst());
            assertThat(line.missing()).isEqualByComparingTo("960");
        }));
        int id = raised.getFirst().id();
        assertThat(users.as(elsewhere(), () -> followUps.of(campaigns.require("cham-thu")))).as("another province does not see it").isEmpty();
        assertThatThrownBy(() -> users.as(elsewhere(), () -> followUps.accept(campaigns.require("cham-thu"), id))).hasMessage("basics.problem.not-found");
        assertThatThrownBy(() -> users.as(director(), () -> followUps.decline(campaigns.require("cham-thu"), id, " "))).hasMessage("tasks.problem.reason");
        Task draft = users.as(director(), () -> tasks.get(followUps.accept(campaigns.require("cham-thu"), id)));
        assertThat(draft.draft()).as("a person reads it before it is issued").isTrue();
        int slow = users.asOwner(owner -> owner.sql("select office_id from territory.pub_office where place_id = ? and kind = 'commune' and valid_to = 'infinity'").param(two.getFirst()).query(Integer.class).single());
        assertThat(draft.offices()).containsExactly(slow);
        assertThat(draft.title()).contains("Chiến dịch chậm thử");
        assertThatThrownBy(() -> users.as(director(), () -> followUps.decline(campaigns.require("cham-thu"), id, "Không cần"))).hasMessage("tasks.problem.decided");
        int after = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> watching.look(day.plusDays(7))));
        assertThat(after).as("the week after, while it is still so").isGreaterThanOrEqualTo(1);
        assertThat(users.as(director(), () -> followUps.of(campaigns.require("cham-thu")))).as("nobody is asked again within four weeks").hasSize(1);
        List<NewFigure> reached = List.of(new NewFigure("records_corrected", two.get(1), Period.asOf(LocalDate.of(2026, 4, 25)), BigDecimal.valueOf(1000)));
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", null, null), reached, null)));
        assertThat(offered.by("campaigns.pace", LocalDate.of(2026, 4, 30)).stream().filter(due -> due.ref().startsWith("cham-thu:"))).as("reminded by the date is who has not reached it")
                .singleElement().satisfies(due -> assertThat(due.ref()).isEqualTo("cham-thu:" + two.getFirst())).satisfies(due -> assertThat(due.nameVi()).contains("Chiến dịch chậm thử"));
        assertThat(offered.by("campaigns.pace", LocalDate.of(2026, 4, 29)).stream().filter(due -> due.ref().startsWith("cham-thu:"))).isEmpty();
    }

    private Person director() {
        return users.person("giamdoc.sap", "provincial_director", provincial("Lai Châu"));
    }

    private Person elsewhere() {
        return users.person("giamdoc.khac", "provincial_director", provincial("Lạng Sơn"));
    }

    private int provincial(String name) {
        return jdbc.sql("select o.office_id from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_to = 'infinity' where o.kind = 'provincial' and o.valid_to = 'infinity' and p.name = :name")
                .param("name", name).query(Integer.class).single();
    }

    private Person ministry() {
        return users.person("vanphong.sap", "ministry_office",
                users.asOwner(owner -> owner.sql("select min(office_id) from territory.pub_office where kind = 'ministry'").query(Integer.class).single()));
    }
}
