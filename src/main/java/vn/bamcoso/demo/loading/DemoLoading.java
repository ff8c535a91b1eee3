package vn.bamcoso.demo.loading;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.demo.nation.Batch;
import vn.bamcoso.demo.nation.Country;
import vn.bamcoso.demo.nation.DemoNation;
import vn.bamcoso.demo.nation.Target;
import vn.bamcoso.demo.nation.Targets;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.exchange.PastReports;
import vn.bamcoso.reviews.Reviews;
import vn.bamcoso.store.StoreProblem;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/**
 * Loads the demonstration nation before the first page of {@code ./bamcoso demo}. It exists in no other run: only here may
 * figures be recorded as known in the past. A database in which anybody has reported already is refused.
 */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
public class DemoLoading implements Preparation {
    private static final int WORKERS = 3;
    private static final LocalDate REVIEW = LocalDate.of(2021, 4, 23);
    private static final LocalDate CONFERENCE = LocalDate.of(2021, 5, 31);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Stages stages;
    private final ObjectProvider<Part> later;
    private final Places places;
    private final Forms forms;
    private final PastReports past;
    private final Figures figures;
    private final Reviews reviews;
    private final Offices offices;
    private final Trail trail;
    private final Clock clock;
    private final Path data;
    private final Short[] homes;
    private final Set<String> periods;

    /**
     * @param later parts that rooms of the demonstration bring themselves
     * @param homes provinces of the 63 that are loaded; empty: all
     * @param periods codes of the periods that are loaded, {@code back0} for the last quarter that is over; empty: all
     */
    DemoLoading(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction, Places places, Forms forms, PastReports past, Figures figures, Reviews reviews, Offices offices, Trail trail, Clock clock, ObjectProvider<Part> later,
            @Value("${bamcoso.data:target/demo-data}") Path data, @Value("${bamcoso.demo.homes:}") Short[] homes,
            @Value("${bamcoso.demo.periods:}") Set<String> periods) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
        this.stages = new Stages(jdbc, transaction);
        this.later = later;
        this.places = places;
        this.forms = forms;
        this.past = past;
        this.figures = figures;
        this.reviews = reviews;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
        this.data = data;
        this.homes = homes;
        this.periods = periods;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        Set<String> there = stages.done();
        if (!there.contains("all")) {
            refuseRealWork();
        }
        List<Part> missing = Stream.concat(there.contains("all") ? Stream.empty() : nation(progress).stream(), later.stream().filter(Part::wanted)).filter(part -> !there.contains(part.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        SideBySide.load(missing, progress);
        transaction.executeWithoutResult(running -> jdbc.sql("select demo.take_stock()::text").query(String.class).optional());
        stages.once("all", () -> {
            trail.write("demo.nation.loaded", "demo:nation", null, Map.of("figures", stages.rows()));
            return 0;
        });
    }

    /** What every demonstration has. The careers take longest, and begin first. */
    private List<Part> nation(Consumer<String> progress) {
        progress.accept("Người dùng minh họa / demonstration users");
        var inhabitants = new Inhabitants(jdbc);
        stages.once("users", () -> inhabitants.settle(DemoPassword.in(data)));
        Country country = transaction.execute(running -> Communes.read(jdbc, homes));
        var nation = new DemoNation(country, Targets.read(), VietnamTime.today(clock));
        progress.accept("");
        return List.of(
                part("staff", Set.of(), "Biên chế, cán bộ và quá trình công tác / posts, officers and their careers",
                        () -> new Staff(template, VietnamTime.today(clock)).load(country, nation.targetRows())),
                Part.of("reports", Set.of(), "Báo cáo của các xã từ năm 2018 / reports of the communes since 2018", () -> reports(nation, inhabitants)),
                part("entered", Set.of("reports"), "Số liệu cấp tỉnh, cấp Bộ / figures of provinces and the ministry", () -> enter(nation)),
                part("roll-out", Set.of("staff", "reports"), "Lộ trình, chi bộ, lực lượng ở cơ sở / roll-out, Party cells, auxiliaries",
                        () -> new Buildup(template).load(country, nation.targetRows())),
                part("languages", Set.of(), "Ngôn ngữ địa bàn / languages spoken in communes", () -> template.update(Sql.beside(DemoLoading.class, "languages.sql"))),
                part("open work", Set.of("reports"), "Báo cáo đang làm dở / reports left open", () -> new OpenWork(jdbc, forms, clock).leave()),
                Part.of("review", Set.of("staff", "entered"), "Báo cáo sơ kết ngày 31/5/2021 / the review of 31 May 2021", () -> openReview(inhabitants)));
    }

    /** A part that is loaded in one transaction. */
    private Part part(String name, Set<String> needs, String line, LongSupplier work) {
        return Part.of(name, needs, line, () -> stages.once(name, work));
    }

    private void reports(DemoNation nation, Inhabitants inhabitants) {
        var hands = transaction.execute(running -> new Replay.Hands(
                inhabitants.idOf("minhhoa.tonghop"), inhabitants.idOf("minhhoa.truong"), inhabitants.idOf("minhhoa.thammuu")));
        inParallel(byHalfYear(nation), half -> replay(half, new Replay(template, forms, past, hands)));
        stages.once("reports", () -> 0);
    }

    /** The review of 31 May 2021, opened by its standing agency and not yet edited: the Ministry Office initials it, the leader signs. */
    private void openReview(Inhabitants inhabitants) {
        int id = transaction.execute(running -> inhabitants.idOf("v05"));
        int agency = offices.department("V05", CONFERENCE).orElseThrow().id();
        new CurrentUser(id, "Lê Thị C (minh họa)", 0, "local", Set.of("department")).run(() -> stages.once("review", () ->
                reviews.open("so-ket-cong-an-xa", REVIEW, CONFERENCE, agency, clock.instant())));
    }

    private void refuseRealWork() {
        boolean foreign = transaction.execute(running -> jdbc.sql("select not exists (select from demo.stage) and exists (select from reporting.submission)")
                .query(Boolean.class).single());
        if (foreign) {
            throw new StoreProblem("Cơ sở dữ liệu này đã có báo cáo thật; không nạp dữ liệu minh họa vào đây. / This database holds real reports; the demonstration nation is not loaded into it.");
        }
    }

    private Map<String, List<DemoNation.Turn>> byHalfYear(DemoNation nation) {
        var parts = new TreeMap<String, List<DemoNation.Turn>>();
        for (DemoNation.Turn turn : nation.turns()) {
            if (periods.isEmpty() || periods.contains(turn.period().code()) || periods.contains("back" + turn.back())) {
                int half = turn.period().end().getMonthValue() < 7 ? 1 : 2;
                parts.computeIfAbsent(turn.period().end().getYear() + "-" + half, name -> new ArrayList<>()).add(turn);
            }
        }
        return parts;
    }

    private void replay(Map.Entry<String, List<DemoNation.Turn>> part, Replay replay) {
        stages.once("reports " + part.getKey(), () -> {
            List<Batch> batches = part.getValue().stream().map(turn -> turn.make().get()).filter(batch -> !batch.sheets().isEmpty()).toList();
            return batches.isEmpty() ? 0 : replay.load(batches);
        });
    }

    private static void inParallel(Map<String, List<DemoNation.Turn>> parts, Consumer<Map.Entry<String, List<DemoNation.Turn>>> work) {
        try (var workers = Executors.newFixedThreadPool(Math.min(WORKERS, Runtime.getRuntime().availableProcessors()))) {
            var tasks = parts.entrySet().stream().map(part -> (Callable<Void>) () -> {
                CurrentUser.SYSTEM.run(() -> work.accept(part));
                return null;
            }).toList();
            for (var done : workers.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** One act for each value, with its own note: what was printed, and what was chosen. */
    private long enter(DemoNation nation) {
        for (Target target : nation.statements()) {
            if (homes.length == 0) {
                int place = places.byKey(target.area()).orElseThrow().id();
                int later = target.period().kind() == PeriodKind.AS_OF ? 0 : 5;
                var known = target.period().end().plusDays(later).atStartOfDay(VietnamTime.ZONE).plusHours(7).toInstant();
                figures.record(new Origin("demo", 1L + nation.targets().indexOf(target), target.note()), List.of(new NewFigure(target.indicator(), place, target.period(), target.value())), known);
            }
        }
        return nation.statements().size();
    }
}
