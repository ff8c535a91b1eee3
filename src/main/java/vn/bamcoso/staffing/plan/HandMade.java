package vn.bamcoso.staffing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Places;

/**
 * A plan that people made, pasted as officer, place and title: seated on the same vacant posts under the same rules as a computed
 * one, and counted by the same score, so that the two can be compared. A move that breaks a rule is kept and says which.
 */
@Component
class HandMade {
    /** A line as pasted, with its number. */
    record Move(int row, String number, String place, String title) {}

    private final Plans plans;
    private final PlanStore store;
    private final Ground ground;
    private final Titles titles;
    private final Places places;
    private final Trail trail;
    private final Clock clock;

    HandMade(Plans plans, PlanStore store, Ground ground, Titles titles, Places places, Trail trail, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.ground = ground;
        this.titles = titles;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /** Cells divided by tabs, semicolons or commas; a first line without a digit is a head. */
    static List<Move> read(String text) {
        var moves = new ArrayList<Move>();
        List<String> rows = text.lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i).strip();
            if (row.isEmpty() || i == 0 && row.chars().noneMatch(Character::isDigit)) {
                continue;
            }
            String[] cells = row.split(row.contains("\t") ? "\t" : row.contains(";") ? ";" : ",");
            moves.add(new Move(i + 1, cells[0].strip(), cells.length > 1 ? cells[1].strip() : "", cells.length > 2 ? cells[2].strip() : ""));
        }
        return moves;
    }

    /**
     * @param like area, day and rules are those of this plan
     * @param text lines of number of the officer, code of the place, title
     * @return staffing.plan.id
     * @throws Problem refused with every line that names no officer of the area, or no vacant post; not found, forbidden
     */
    @Transactional
    public int keep(int like, String title, String text, Locale locale) {
        Plan model = plans.get(like);
        CurrentUser by = CurrentUser.require();
        if (!plans.may(by, model.placeId())) {
            throw Problem.forbidden("identity.problem.role-needed");
        }
        LocalDate day = model.day();
        Ground.Start start = ground.read(model.placeId(), day, model.rules(), List.of(), true);
        Map<Integer, Fit.Bar> broken = seat(start, read(text), model, Texts.of(locale));
        short home = places.byId(model.placeId(), day).orElseThrow(Problem::notFound).home();
        int id = store.add(title.isBlank() ? model.title() : title.strip(), model.placeId(), home, day, model.rules(), true, by.id(), clock.instant());
        store.started(id, clock.instant(), start.seats().size(), start.candidates());
        Tally tally = Tally.of(start.seats());
        long alone = broken.values().stream().filter(bar -> bar != Fit.Bar.NEEDED_THERE).count();
        store.done(id, start.seats(), new Tally(tally.broken() + alone, tally.unfilled(), tally.points()), seat -> reasons(seat, broken));
        trail.write("staffing.plan.by-hand", "plan:" + id, null, Map.of("like", like, "moves", start.seats().stream().filter(seat -> seat.officer() != null).count()));
        return id;
    }

    /** @return by number of the seat, the rule that its move breaks */
    private Map<Integer, Fit.Bar> seat(Ground.Start start, List<Move> moves, Plan model, Texts texts) {
        Map<String, Ground.Person> people = start.people().stream().collect(Collectors.toMap(person -> person.officer().number(), person -> person));
        Map<String, Short> named = new HashMap<>();
        titles.on(model.day()).values().forEach(one -> List.of(one.nameVi(), one.nameEn(), one.code()).forEach(name -> named.putIfAbsent(Folding.fold(name), one.id())));
        var faults = new ArrayList<Fault>();
        var broken = new HashMap<Integer, Fit.Bar>();
        var taken = new HashSet<String>();
        for (Move move : moves) {
            String where = texts.get("staffing.plan.row", move.row());
            Ground.Person person = people.get(move.number());
            Short wanted = named.get(Folding.fold(move.title()));
            Seat free = start.seats().stream()
                    .filter(seat -> seat.officer() == null && wanted != null && seat.target().titleId() == wanted && move.place().equals(start.codes().get(seat.target().officeId()))).findFirst().orElse(null);
            if (person == null) {
                faults.add(new Fault(where, "staffing.plan.fault.officer", move.number()));
            } else if (!taken.add(move.number())) {
                faults.add(new Fault(where, "staffing.plan.fault.twice", move.number()));
            } else if (wanted == null) {
                faults.add(new Fault(where, "staffing.plan.fault.title", move.title()));
            } else if (free == null) {
                faults.add(new Fault(where, "staffing.plan.fault.no-post", move.place(), move.title()));
            } else {
                free.seat(person.officer());
                Fit.Bar bar = person.bar(free.target(), model.rules(), model.day(), false);
                if (bar != null) {
                    broken.put(free.number(), bar);
                }
            }
        }
        if (moves.isEmpty()) {
            throw Problem.refused("staffing.plan.problem.no-lines");
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("staffing.plan.problem.lines", faults, faults.size());
        }
        return broken;
    }

    private static List<Fit.Reason> reasons(Seat seat, Map<Integer, Fit.Bar> broken) {
        Candidate officer = seat.officer();
        if (officer == null) {
            return List.of(Fit.Reason.of("left-empty", 0));
        }
        var reasons = new ArrayList<Fit.Reason>();
        Fit.Bar bar = broken.get(seat.number());
        if (bar != null) {
            reasons.add(Fit.Reason.of("broken." + bar.key().substring("staffing.plan.bar.".length()), 0));
        }
        reasons.addAll(Fit.reasons(seat, officer));
        return reasons;
    }
}
