package vn.bamcoso.documents.edge;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads lines of running text one after the other; people are counted over all of them. */
final class LineCheck {

    /** From so many on, people with birth or address are a list. */
    static final int LIST = 3;

    private final CitizenIds ids;
    private final Consumer<Finding> found;
    private int persons;
    private @Nullable Place firstPerson;

    LineCheck(CitizenIds ids, Consumer<Finding> found) {
        this.ids = ids;
        this.found = found;
    }

    void line(Place place, String text) {
        if (text.isBlank()) return;
        if (SecrecyMarks.in(text)) found.accept(new Finding(Finding.Kind.SECRECY_MARK, place, 1));
        marksAside(place, text);
    }

    /** For cells of a grid, which judges marks itself. */
    void marksAside(Place place, String text) {
        if (ids.in(text)) found.accept(new Finding(Finding.Kind.CITIZEN_ID, place, 1));
        if (ids.oldIn(text)) found.accept(new Finding(Finding.Kind.OLD_CITIZEN_ID, place, 1));
        int here = Persons.recordsIn(text);
        if (here > 0 && firstPerson == null) firstPerson = place;
        persons += here;
    }

    void end() {
        if (persons >= LIST && firstPerson != null) found.accept(new Finding(Finding.Kind.PERSON_LIST, firstPerson, persons));
    }

    /** Words joined as one line, for what stands over several cells. */
    static String joined(List<String> cells) {
        return String.join("\t", cells);
    }
}
