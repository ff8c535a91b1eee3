package vn.bamcoso.figures.asking;

import vn.bamcoso.figures.Indicator;

/**
 * From whom counts of 1 to 4 people outside the force are hidden: from all who are not in the chain of the place that reported them. In the
 * chain are those who hold a grant for the place, for its province, or who may write for the whole field, since its reports go
 * through their hands. Of what leaves the house nobody is in the chain.
 */
final class Screen {
    private final Scope scope;
    private final Atlas.Edition atlas;
    private final boolean outward;

    Screen(Scope scope, Atlas.Edition atlas, boolean outward) {
        this.scope = scope;
        this.atlas = atlas;
        this.outward = outward;
    }

    /** Whether anything of the indicator may have to be hidden. Who reads nothing but own places is in the chain of all of them. */
    boolean guards(Indicator indicator) {
        return indicator.smallCounts() && (outward || scope.nation(indicator.field()) && !scope.writesNation(indicator.field()));
    }

    /** @param place negative for what a province added itself */
    boolean outside(Indicator indicator, int place) {
        short field = indicator.field();
        int id = Math.abs(place);
        return outward || !scope.writesNation(field) && !scope.homesOnly(field, home -> home == atlas.home[id]) && !scope.ofPlaceItself(field, id);
    }
}
