package vn.bamcoso.demo.loading;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.cutting.Cutting;
import vn.bamcoso.campaigns.opening.Opening;
import vn.bamcoso.campaigns.opening.Opening.NewCampaign;
import vn.bamcoso.campaigns.opening.Opening.NewGoal;
import vn.bamcoso.demo.nation.CardDrive;
import vn.bamcoso.demo.nation.DemoNation;
import vn.bamcoso.demo.nation.Targets;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Campaigns of the demonstration: the identity cards of 2021 with the target that was printed, a drive that runs now, and Hà Giang's two schemes. */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
class CampaignsOfTheDemo implements Part {
    private static final LocalDate DEADLINE_2021 = LocalDate.of(2021, 6, 30);
    private static final short RESIDENCE = 5;
    private static final short MOVEMENT = 6;
    private static final String REVIEW = "Báo Hà Giang, hội nghị tổng kết ngày 6/11/2020: “đạt và vượt chỉ tiêu đề ra”";
    /** The provinces with demonstration users, on both maps: their communes too have targets. */
    private static final Set<String> DEEPER_2021 = Set.of("02", "08", "30", "31", "51", "62");
    private static final Set<String> DEEPER_NOW = Set.of("08", "31", "51");

    private final JdbcClient jdbc;
    private final Stages stages;
    private final Opening opening;
    private final Cutting cutting;
    private final Campaigns campaigns;
    private final Ground ground;
    private final Places places;
    private final Pivot pivot;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Short[] homes;

    CampaignsOfTheDemo(JdbcClient jdbc, TransactionTemplate transaction, Opening opening, Cutting cutting, Campaigns campaigns, Ground ground, Places places, Pivot pivot, Clock clock,
            @Value("${bamcoso.demo.homes:}") Short[] homes) {
        this.jdbc = jdbc;
        this.stages = new Stages(jdbc, transaction);
        this.transaction = transaction;
        this.opening = opening;
        this.cutting = cutting;
        this.campaigns = campaigns;
        this.ground = ground;
        this.places = places;
        this.pivot = pivot;
        this.clock = clock;
        this.homes = homes;
    }

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public Set<String> needs() {
        return Set.of("staff", "entered");
    }

    @Override
    public String line() {
        return "Chiến dịch, đề án / campaigns and schemes";
    }

    /** A target of the nation needs the whole nation. */
    @Override
    public boolean wanted() {
        return homes.length == 0;
    }

    @Override
    public void load() {
        stages.once("campaigns", () -> {
            schemes();
            return cards2021() + drive();
        });
    }

    private long cards2021() {
        Place nation = places.nation();
        String code = opening.open(new NewCampaign(
                "can-cuoc-2021", false, "Thu nhận hồ sơ cấp căn cước công dân gắn chíp năm 2021", "Applications for chip identity cards, 2021",
                "Thu nhận hồ sơ của công dân đủ điều kiện trước ngày 1/7/2021; chỉ tiêu Bộ Công an giao cho từng tỉnh. Số của Hải Dương như báo in, số của nơi khác là minh họa.",
                "Applications of all eligible citizens before 1 July 2021; the ministry gave each province its target. Hải Dương as printed, elsewhere for demonstration.",
                RESIDENCE, nation, LocalDate.of(2021, 3, 1), DEADLINE_2021, "Bộ Công an", null, "eligible", List.of(cards(BigDecimal.valueOf(50_000_000)))));
        Campaign campaign = campaigns.require(code);
        Answer targets = pivot.ask(new Question(List.of("id_applications_target"), List.of(Period.asOf(DEADLINE_2021)), Ground.below(nation), nation.key(), DEADLINE_2021));
        long cut = cutting.cut(campaign, nation, DEADLINE_2021, order(campaign, targets, "Bộ Công an"));
        for (Place province : places.provinces(DEADLINE_2021)) {
            if (DEEPER_2021.contains(province.code())) {
                Answer below = pivot.ask(new Question(List.of("id_applications_target"), List.of(Period.asOf(DEADLINE_2021)), Ground.below(province), province.key(), DEADLINE_2021));
                cut += cutting.cut(campaign, province, DEADLINE_2021, order(campaign, below, "Công an " + province.fullName()));
            }
        }
        return cut;
    }

    private static Cutting.Order order(Campaign campaign, Answer targets, String assigner) {
        Map<Integer, BigDecimal> parts = new HashMap<>();
        targets.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).forEach(line -> parts.put(line.spot().id(), line.cells().getFirst().value()));
        return new Cutting.Order(targets.total(0, 0).value(), parts, campaign.deadline(), assigner, "published", null);
    }

    private long drive() {
        LocalDate today = VietnamTime.today(clock);
        CardDrive drive = new DemoNation(transaction.execute(running -> Communes.read(jdbc)), Targets.read(), today).drive();
        Map<Integer, Integer> targets = drive.targets();
        Place nation = places.nation();
        BigDecimal whole = BigDecimal.valueOf(targets.values().stream().mapToLong(Integer::longValue).sum());
        Campaign campaign = campaigns.require(opening.open(new NewCampaign(
                "can-cuoc-dot-cao-diem", false, "Đợt cao điểm thu nhận hồ sơ căn cước", "Drive for identity card applications",
                "Thu nhận hồ sơ căn cước của người đủ điều kiện và có mặt trên địa bàn; các xã báo cáo số cộng dồn hằng tuần. Dữ liệu minh họa.",
                "Applications of those who are eligible and present; communes report the cumulative number every week. Demonstration data.",
                RESIDENCE, nation, drive.first(), drive.deadline(), "Bộ Công an", null, "present", List.of(cards(whole)))));
        Map<Integer, BigDecimal> ofProvinces = new HashMap<>();
        long cut = 0;
        for (Place province : places.provinces(today)) {
            Map<Integer, BigDecimal> parts = new HashMap<>();
            ground.parts(province, today).forEach(commune -> parts.put(commune.id(), BigDecimal.valueOf(targets.getOrDefault(commune.id(), 0))));
            ofProvinces.put(province.id(), parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        cut += cutting.cut(campaign, nation, today, new Cutting.Order(whole, ofProvinces, campaign.deadline(), "Bộ Công an", "population", null));
        for (Place province : places.provinces(today)) {
            if (DEEPER_NOW.contains(province.code())) {
                Map<Integer, BigDecimal> parts = new HashMap<>();
                ground.parts(province, today).forEach(commune -> parts.put(commune.id(), BigDecimal.valueOf(targets.getOrDefault(commune.id(), 0))));
                cut += cutting.cut(campaign, province, today, new Cutting.Order(ofProvinces.get(province.id()), parts, campaign.deadline(), "Công an " + province.fullName(), "population", null));
            }
        }
        return cut;
    }

    private void schemes() {
        Place haGiang = places.byKey("P02@2020-11-06").orElseThrow();
        scheme(haGiang, "phong-trao-2013-2020", 2013, "Đề án nâng cao chất lượng, hiệu quả phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh Hà Giang, giai đoạn 2013–2020",
                "Scheme for a better mass movement, Hà Giang, 2013–2020", List.of(
                        goal("Hội nghị tuyên truyền phòng, chống tội phạm, phổ biến pháp luật", "Conferences on crime prevention and law", "communication_conferences", "hội nghị", "conferences"),
                        goal("Lượt người dự hội nghị", "Attendances", "communication_attendances", "lượt người", "attendances"),
                        goal("Mô hình tự quản về an ninh, trật tự tại cơ sở", "Self-management models at the grassroots", "models_community", "mô hình", "models"),
                        goal("Mô hình trong cơ quan, đơn vị, trường học", "Models in agencies and schools", "models_agency", "mô hình", "models")));
        scheme(haGiang, "cong-an-xa-2014-2020", 2014, "Đề án nâng cao chất lượng, hiệu quả bảo vệ an ninh, trật tự của lực lượng Công an xã, giai đoạn 2014–2020",
                "Scheme for a better commune police, 2014–2020", List.of(
                        goal("Lực lượng Công an xã được củng cố, kiện toàn", "Commune police made whole", "commune_police_all", "người", "persons"),
                        goal("Trình độ, kỹ năng giải quyết tình huống ở cơ sở", "Skill at the grassroots", null, "", "")));
    }

    private void scheme(Place area, String code, int from, String vi, String en, List<NewGoal> goals) {
        opening.open(new NewCampaign(
                code, true, vi, en, "Tổng kết ngày 6/11/2020; báo in “đạt và vượt chỉ tiêu đề ra” mà không nêu giá trị của chỉ tiêu.", "Concluded on 6 November 2020; printed as “targets met and exceeded”, without their values.",
                MOVEMENT, area, LocalDate.of(from, 1, 1), LocalDate.of(2020, 12, 31), "Ủy ban nhân dân tỉnh Hà Giang", null, "unstated", goals));
    }

    private static NewGoal goal(String vi, String en, @Nullable String indicator, String unitVi, String unitEn) {
        return new NewGoal(vi, en, indicator, unitVi, unitEn, null, "met_or_exceeded", REVIEW);
    }

    private static NewGoal cards(BigDecimal target) {
        return new NewGoal("Hồ sơ cấp căn cước đã thu nhận", "Identity card applications collected", "id_applications", "hồ sơ", "applications", target, null, null);
    }
}
