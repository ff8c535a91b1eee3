package vn.bamcoso.demo.loading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.reviews.Reviews;

/**
 * Documents of the demonstration, brought as far as they are by its own people: the report on the conference of 31 May 2021 as
 * it was issued on 9 July, days before two communes were corrected, and one document before each of the steps, so that
 * every role finds work.
 */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
class PapersOnTheWay implements Part {
    private static final LocalDate FIGURES = LocalDate.of(2021, 4, 23);
    private static final LocalDate CONFERENCE = LocalDate.of(2021, 5, 31);
    private static final Instant OPENED = Instant.parse("2021-07-09T01:00:00Z");
    private static final Instant SIGNED = Instant.parse("2021-07-09T02:30:00Z");
    private static final List<String> FOR_THE_MINISTER = List.of("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG");
    private static final short TASKS = 6;
    private static final short GENERAL = 8;

    private final Short[] homes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Stages stages;
    private final Papers papers;
    private final PaperSteps steps;
    private final Reviews reviews;
    private final Clock clock;

    PapersOnTheWay(JdbcClient jdbc, TransactionTemplate transaction, Papers papers, PaperSteps steps, Reviews reviews, Clock clock,
            @Value("${bamcoso.demo.homes:}") Short[] homes) {
        this.homes = homes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.stages = new Stages(jdbc, transaction);
        this.papers = papers;
        this.steps = steps;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public Set<String> needs() {
        return Set.of("review");
    }

    @Override
    public String line() {
        return "Văn bản minh họa / documents on their way";
    }

    /** A report of the nation can only be issued where the whole nation is loaded. */
    @Override
    public boolean wanted() {
        return homes.length == 0;
    }

    @Override
    public void load() {
        CurrentUser v05 = person("v05", "department");
        if (!stages.done("paper issued")) {
            issued(v05);
            stages.once("paper issued", () -> 1);
        }
        waiting(v05);
        stages.once("papers", () -> 3);
    }

    private void issued(CurrentUser v05) {
        int review = v05.call(() -> reviews.open("so-ket-cong-an-xa", FIGURES, CONFERENCE, office(v05), OPENED));
        int paper = v05.call(() -> reviews.get(review)).paper();
        CurrentUser clerk = person("vanthu", "records_clerk");
        as(v05, () -> steps.submit(paper, 1, "Kính trình lãnh đạo Bộ", OPENED));
        as(person("vanphong", "ministry_office"), () -> steps.initial(paper, 2, null, OPENED));
        as(person("lanhdao", "leader"), () -> steps.sign(paper, 3, FOR_THE_MINISTER, "", null, SIGNED));
        as(clerk, () -> steps.number(paper, 4, 345, LocalDate.of(2021, 7, 9), "Số do hệ thống văn bản trước đây cấp", SIGNED));
        as(clerk, () -> steps.issue(paper, 5, SIGNED, SIGNED));
    }

    private void waiting(CurrentUser v05) {
        Instant now = clock.instant();
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry' and valid_to = 'infinity'").query(Integer.class).single();
        int plan = v05.call(() -> papers.open(new NewPaper(
                PaperKind.KH, ministry, office(v05), "Tập huấn nghiệp vụ cho Công an cấp xã năm 2027", List.of(),
                List.of("Các đơn vị thuộc Bộ", "Công an các tỉnh, thành phố trực thuộc Trung ương"), TASKS, null, null, """
                I. MỤC ĐÍCH, YÊU CẦU

                Nâng cao năng lực tiếp nhận, giải quyết tin báo ngay tại cơ sở; lớp học gọn, thiết thực, không ảnh hưởng đến công tác thường trực.

                II. NỘI DUNG

                - Pháp luật và kỹ năng giải quyết tình huống tại cơ sở
                - Sử dụng tiếng dân tộc trong công tác

                III. TỔ CHỨC THỰC HIỆN

                Cục Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc chủ trì, phối hợp với các đơn vị có liên quan tổ chức thực hiện."""), now));
        as(v05, () -> steps.submit(plan, 1, "Kính trình lãnh đạo Bộ", now));
        as(person("vanphong", "ministry_office"), () -> steps.initial(plan, 2, null, now));

        int notice = v05.call(() -> papers.open(new NewPaper(
                PaperKind.TB, ministry, office(v05), "Lịch làm việc của đoàn kiểm tra công tác Công an cấp xã", List.of(),
                List.of("Công an các tỉnh, thành phố trực thuộc Trung ương"), TASKS, null, null,
                "Bộ Công an thông báo lịch kiểm tra công tác Công an cấp xã để các đơn vị chủ động chuẩn bị.\n\nĐề nghị Công an các tỉnh, thành phố trực thuộc Trung ương bố trí thời gian, thành phần làm việc với đoàn."), now));
        as(v05, () -> steps.submit(notice, 1, null, now));
        as(person("vanphong", "ministry_office"), () -> steps.initial(notice, 2, null, now));
        as(person("lanhdao", "leader"), () -> steps.sign(notice, 3, FOR_THE_MINISTER, "", null, now));

        CurrentUser clerk = person("tonghop.dongvan", "commune_clerk");
        int report = clerk.call(() -> papers.open(new NewPaper(
                PaperKind.BC, office(clerk), office(clerk), "Kết quả công tác tháng 11 năm 2026", List.of("Công an tỉnh Tuyên Quang"),
                List.of("Đảng ủy, Ủy ban nhân dân xã (để báo cáo)"), GENERAL, null, null, """
                I. TÌNH HÌNH, KẾT QUẢ

                Tình hình an ninh, trật tự trên địa bàn ổn định; Công an xã duy trì nghiêm chế độ thường trực.

                II. NHIỆM VỤ TRỌNG TÂM THÁNG TỚI

                - Tiếp tục nắm tình hình, giải quyết kịp thời vụ việc tại cơ sở
                - Tuyên truyền, vận động nhân dân tham gia phong trào Toàn dân bảo vệ an ninh Tổ quốc"""), now));
        as(clerk, () -> steps.submit(report, 1, null, now));
    }

    private CurrentUser person(String login, String role) {
        return transaction.execute(running -> jdbc.sql("select id, name from identity.app_user where login = :login")
                .param("login", login)
                .query((row, n) -> new CurrentUser(row.getInt("id"), row.getString("name"), 0, "demo", Set.of(role)))
                .single());
    }

    private int office(CurrentUser person) {
        return transaction.execute(running -> jdbc.sql("select office_id from identity.user_grant where user_id = :id order by id limit 1").param("id", person.id()).query(Integer.class).single());
    }

    private static void as(CurrentUser person, Runnable act) {
        person.run(act);
    }
}
