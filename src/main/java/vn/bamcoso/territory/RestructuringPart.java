package vn.bamcoso.territory;

import java.util.List;

/**
 * What an upper room does when the territory changes: a bean of that room. Both methods run inside the transaction of the
 * act, after places, offices and maps already stand as the act leaves them; a preview's transaction is rolled back.
 */
public interface RestructuringPart {
    /** What {@link #apply} would change, in the room's words; must not write. */
    List<Effect> preview(Act act);

    /** Changes what must change together with the territory; a {@link vn.bamcoso.basics.Problem} stops the whole act. */
    void apply(Act act);

    /** A future act is taken back before its day: undo what {@link #apply} did. Runs before the places return. */
    default void withdraw(Act act) {}

    /**
     * One line of the preview.
     *
     * @param text key of the room's language files; {0} is the count, {1} the examples joined
     */
    record Effect(String text, long count, List<String> examples) {}
}
