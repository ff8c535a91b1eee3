package vn.bamcoso.staffing.plan;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.selection.Selection;
import vn.bamcoso.staffing.wave.WaveActs;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Plans from the question to the answer. The search runs in the background, one at a time on each node, and writes down what
 * it found; whoever asked may leave meanwhile. A person pins moves, forbids others, asks what one costs, has it computed again.
 */
@Component
class Plans {
    private static final int COST_SECONDS = 4;
    private static final Semaphore TURN = new Semaphore(1, true);

    private final PlanStore store;
    private final Ground ground;
    private final Grants grants;
    private final Places places;
    private final WaveActs waves;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Plans(PlanStore store, Ground ground, Grants grants, Places places, WaveActs waves, Trail trail, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.ground = ground;
        this.grants = grants;
        this.places = places;
        this.waves = waves;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean may(CurrentUser user, int place) {
        return List.of("provincial_staff", "provincial_director", "ministry_office", "department").stream().anyMatch(role -> grants.mayFor(user, role, place, Area.PERSONNEL));
    }

    /** @throws Problem not found for an area out of scope, refused when it is too wide or the day too far */
    int ask(String title, String areaKey, LocalDate day, Rules rules) {
        CurrentUser user = CurrentUser.require();
        Place area = transaction.execute(reading -> places.byKey(areaKey).flatMap(place -> places.byId(place.id(), day)).filter(place -> may(user, place.id())).orElseThrow(Problem::notFound));
        if (area.level().equals("nation")) {
            throw Problem.refused("staffing.plan.problem.too-wide");
        }
        int id = Objects.requireNonNull(transaction.execute(writing -> {
            int added = store.add(title.isBlank() ? area.fullName() : title.strip(), area.id(), area.home(), day, rules, false, user.id(), clock.instant());
            trail.write("staffing.plan.asked", "plan:" + added, null, Map.of("area", area.key(), "day", day.toString(), "rules", rules));
            return added;
        }));
        start(user, id);
        return id;
    }

    Plan get(int id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    /** Says of the move in line n that it must be (pin), that it must not be (veto), or neither; it counts when the plan is computed again. */
    @Transactional
    public void say(int id, int version, int n, @Nullable String word) {
        Plan plan = get(id);
        Line line = line(plan, n);
        if (line.officerId() == null || word != null && !List.of("pin", "veto").contains(word)) {
            throw Problem.notFound();
        }
        store.say(plan, version, line, word, CurrentUser.require().id(), clock.instant());
        trail.write("staffing.plan.said", "plan:" + id, null, Map.of("office", line.officeId(), "title", line.titleId(), "officer", line.officerId(), "word", word == null ? "-" : word));
    }

    void again(int id, int version) {
        store.again(id, version, clock.instant());
        start(CurrentUser.require(), id);
    }

    /** Computes what the plan would lose without the move in line n: the difference to a second search that starts from the first one. */
    void cost(int id, int n) {
        Plan plan = get(id);
        Line left = line(plan, n);
        if (left.officerId() == null || !plan.open()) {
            throw Problem.notFound();
        }
        List<Line> lines = store.lines(id, plan.day(), true);
        var words = new java.util.ArrayList<>(store.words(id));
        words.removeIf(word -> word.officeId() == left.officeId() && word.titleId() == left.titleId() && word.officerId() == left.officerId());
        words.add(new Ground.Word(left.officeId(), left.titleId(), left.officerId(), false));
        var start = ground.read(plan.placeId(), plan.day(), plan.rules(), words);
        var seated = new HashMap<Integer, Integer>();
        lines.stream().filter(line -> line.officerId() != null).forEach(line -> seated.put(line.n(), line.officerId()));
        for (Seat seat : start.seats()) {
            Integer officer = seated.get(seat.number());
            if (!seat.pinned() && officer != null) {
                seat.seat(seat.eligible().stream().filter(one -> one.id() == officer).findFirst().orElse(null));
            }
        }
        List<Seat> found = Search.run(new Proposal(start.seats()), COST_SECONDS, better -> {}).seats();
        Tally tally = Tally.of(found);
        Candidate instead = found.get(n - 1).officer();
        store.cost(id, n, new Line.Cost(tally.unfilled() - Objects.requireNonNull(plan.unfilled()), Objects.requireNonNull(plan.points()) - tally.points(), instead == null ? null : instead.name()));
    }

    /**
     * Makes the plan a draft of a wave, by the same way as a file: everything is checked again, and nobody is moved before the
     * collective decision is recorded there.
     *
     * @param exceptions why somebody is proposed who breaks a rule of selection, by the officer's number
     * @return staffing.wave.id
     * @throws Problem refused with each move that cannot be done any more; conflict when somebody changed the plan meanwhile
     */
    @Transactional
    public int accept(int id, int version, Map<String, String> exceptions) {
        Plan plan = get(id);
        List<List<String>> moves = store.moves(plan);
        if (moves.isEmpty() || plan.broken() == null || plan.broken() > 0) {
            throw Problem.refused("staffing.plan.problem.nothing-to-accept");
        }
        var file = new StringBuilder(String.join(";", WaveActs.HEAD)).append(';').append(WaveActs.EXCEPTION).append('\n');
        moves.forEach(move -> file.append(String.join(";", move)).append(';').append(WaveActs.quoted(exceptions.getOrDefault(move.getFirst(), "").strip())).append('\n'));
        int wave = waves.draft(plan.title(), "plan-" + id + ".csv", file.toString().getBytes(StandardCharsets.UTF_8), plan.day(), Texts.VIETNAMESE);
        store.accepted(plan, version, wave, CurrentUser.require().id(), clock.instant());
        trail.write("staffing.plan.accepted", "plan:" + id, null, Map.of("wave", wave, "moves", moves.size()));
        return wave;
    }

    /** The rules of selection that moves of an open plan break, by the officer's number. */
    Map<String, List<Selection.Rule>> breaking(Plan plan, List<Line> moves) {
        var titles = new HashMap<String, Short>();
        moves.forEach(line -> titles.put(line.number(), line.titleId()));
        return plan.open() ? waves.breaking(titles, plan.day()) : Map.of();
    }

    private Line line(Plan plan, int n) {
        return store.lines(plan.id(), plan.day(), true).stream().filter(line -> line.n() == n).findFirst().orElseThrow(Problem::notFound);
    }

    private void start(CurrentUser user, int id) {
        Thread.ofPlatform().daemon().name("plan-" + id).start(() -> user.run(() -> {
            try {
                TURN.acquire();
                try {
                    compute(id);
                } finally {
                    TURN.release();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unforeseen) {
                System.getLogger(Plans.class.getName()).log(System.Logger.Level.ERROR, "plan " + id, unforeseen);
                store.broken(id, "staffing.plan.broken");
            }
        }));
    }

    private void compute(int id) {
        Plan plan = get(id);
        var start = ground.read(plan.placeId(), plan.day(), plan.rules(), store.words(id));
        store.started(id, clock.instant(), start.seats().size(), start.candidates());
        List<Seat> found = Search.run(new Proposal(start.seats()), plan.rules().seconds(), better -> {}).seats();
        store.done(id, found, Tally.of(found), seat -> {
            Candidate officer = seat.officer();
            return officer == null ? Fit.gap(start.bars().getOrDefault(seat.number(), Map.of()), seat.eligible().size()) : Fit.reasons(seat, officer);
        });
    }
}
