package vn.bamcoso.figures.catalogue;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;

/** Indicators of which nobody has said yet whether they may be held here. In real use they take no figures until somebody does. */
@Component
class Undecided {
    private final Indicators indicators;
    private final Defining defining;
    private final boolean open;

    Undecided(Indicators indicators, Defining defining, @Value("${bamcoso.undecided-open:${bamcoso.demo:false}}") boolean open) {
        this.indicators = indicators;
        this.defining = defining;
        this.open = open;
    }

    /** Whether figures are taken of them all the same, as in the demonstration. */
    boolean open() {
        return open;
    }

    /** Those that people enter: the others are counted from what is here already. */
    List<Indicator> all() {
        return indicators.all().stream().filter(one -> one.origin() == Indicator.How.ENTERED && one.mayBeHeld() == Indicator.Held.UNDECIDED).toList();
    }

    /**
     * One decision for several: all or none.
     *
     * @param held yes or no
     * @throws Problem as {@link Defining#define}; refused when none is named
     */
    @Transactional
    public void decide(List<String> codes, String held, String decidedBy) {
        if (codes.isEmpty()) {
            throw Problem.refused("figures.holding.problem.none");
        }
        for (String code : codes) {
            Definition now = Definition.of(indicators.byCode(code).orElseThrow(Problem::notFound));
            defining.define(code, new Definition(now.nameVi(), now.nameEn(), now.definitionVi(), now.definitionEn(), now.remarkVi(), now.remarkEn(), held, decidedBy, now.version()));
        }
    }
}
