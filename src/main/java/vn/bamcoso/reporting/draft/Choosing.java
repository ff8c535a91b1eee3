package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Crossings;
import vn.bamcoso.figures.Dimension;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;

/** What is chosen beside the table of lines instead of typed into it: a breakdown of the ticked lines, crossed with a second one if wanted, and an indicator that the catalogue has. */
@Component
class Choosing {
    private final Indicators indicators;
    private final Crossings crossings;

    Choosing(Indicators indicators, Crossings crossings) {
        this.indicators = indicators;
        this.crossings = crossings;
    }

    /** Value and label in pairs; crossed ones come only where {@code crossed} says so. */
    List<String> breakdowns(boolean crossed, Locale locale) {
        return indicators.dimensions().stream().filter(one -> crossed || one.parts().stream().allMatch(part -> part.first() == null)).flatMap(one -> Stream.of(one.code(), one.name(locale))).toList();
    }

    /** What an office of this level can be asked and no record tells already, value and label in pairs. */
    List<String> indicators(String level, Locale locale) {
        return indicators.all().stream().filter(one -> one.origin() == Indicator.How.ENTERED && one.part() == null && one.collectedAt().code().equals(level) && one.life().replacedBy() == null)
                .flatMap(one -> Stream.of(one.code(), one.name(locale))).toList();
    }

    /**
     * @param act {@code break} or {@code unbreak}
     * @param second with which the first is crossed; empty: with none. A crossing that nobody has made is made
     * @return the table with the breakdown at those lines, or without
     * @throws Problem refused when no line is ticked, no breakdown is chosen, or the two cannot be crossed
     */
    String brokenDown(String table, String act, Set<Integer> lines, String first, String second) {
        if (lines.isEmpty() || first.isEmpty()) {
            throw Problem.refused(lines.isEmpty() ? "reporting.draft.problem.no-line-ticked" : "reporting.draft.problem.no-breakdown");
        }
        boolean adds = act.equals("break");
        String code = second.isEmpty() ? first : crossings.of(first, second).orElseGet(() -> adds ? crossings.cross(first, second) : "");
        Dimension chosen = indicators.dimensions().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> Problem.refused("reporting.draft.problem.no-breakdown"));
        return TableText.withParts(table, lines, before -> {
            List<String> after = before.stream().filter(one -> !LineTable.names(chosen, one)).collect(Collectors.toCollection(ArrayList::new));
            if (adds) {
                after.add(chosen.nameVi().matches(".*[,;|].*") ? chosen.code() : chosen.nameVi());
            }
            return after;
        });
    }
}
