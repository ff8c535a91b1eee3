package vn.bamcoso.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wording with slots, as it is kept and as people edit it: "đã bố trí [1: gần 45.000] cán bộ". */
record Slotted(List<Part> parts) {
    private static final Pattern SLOT = Pattern.compile("\\[(\\d{1,2}):\\s*([^\\[\\]]*?)\\s*]");

    /** Plain words ({@code slot} 0) or the phrase of a slot. */
    record Part(String text, int slot) {}

    static Slotted read(String text) {
        var parts = new ArrayList<Part>();
        Matcher m = SLOT.matcher(text);
        int from = 0;
        while (m.find()) {
            if (m.start() > from) {
                parts.add(new Part(text.substring(from, m.start()), 0));
            }
            parts.add(new Part(m.group(2), Integer.parseInt(m.group(1))));
            from = m.end();
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), 0));
        }
        return new Slotted(parts);
    }

    Slotted with(Function<Part, Part> change) {
        return new Slotted(parts.stream().map(change).toList());
    }

    boolean has(int slot) {
        return parts.stream().anyMatch(part -> part.slot() == slot);
    }

    /** As kept and edited. */
    String marked() {
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.slot() == 0 ? part.text() : "[" + part.slot() + ": " + part.text() + "]");
        }
        return text.toString();
    }

    /** As printed. */
    String plain() {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
