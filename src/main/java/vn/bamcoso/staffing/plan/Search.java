package vn.bamcoso.staffing.plan;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.function.Consumer;

/** Lets the solver turn a proposal over until its time is up, or nothing better has come for a while. The same question gives the same start. */
final class Search {
    private static final SolverConfig CONFIG = new SolverConfig()
            .withSolutionClass(Proposal.class)
            .withEntityClasses(Seat.class)
            .withConstraintProviderClass(PlanConstraints.class)
            .withRandomSeed(2021L);

    private Search() {}

    /** @param better hears of each proposal that is better than the ones before, in the solver's thread */
    static Proposal run(Proposal proposal, int seconds, Consumer<Proposal> better) {
        if (proposal.seats().stream().allMatch(Seat::pinned)) {
            return proposal;
        }
        var limits = new TerminationConfig().withSpentLimit(Duration.ofSeconds(seconds)).withUnimprovedSpentLimit(Duration.ofMillis(Math.max(1500, seconds * 250L)));
        Solver<Proposal> solver = SolverFactory.<Proposal>create(CONFIG.copyConfig().withTerminationConfig(limits)).buildSolver();
        solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
        return solver.solve(proposal);
    }
}
