package vn.bamcoso.papers;

import java.util.List;

/**
 * The signature block as printed.
 *
 * @param titles the lines in capitals, with capacity: "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"
 * @param rank before the name, as the forces may print it; empty when it is not
 */
public record Signature(List<String> titles, String rank, String name) {
    public Signature {
        titles = List.copyOf(titles);
    }

    public String printedName() {
        return rank.isBlank() ? name : rank + " " + name;
    }
}
