package vn.bamcoso.documents.official;

import java.util.ArrayList;
import java.util.List;

/** Breaks a centred heading into as few lines as fit, and those as equal as can be, so that no single word stands in the last. */
final class Balanced {

    private Balanced() {}

    /** @param width in points; a line break in the text is kept */
    static List<String> lines(String text, LetterWidths letters, double size, double width) {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n")) lines.addAll(balanced(part.strip(), letters, size, width));
        return lines;
    }

    private static List<String> balanced(String text, LetterWidths letters, double size, double width) {
        List<String> best = filled(text, letters, size, width);
        double low = letters.of(text, size) / best.size();
        double high = width;
        // The narrowest width that still needs no more lines.
        while (high - low > 1) {
            double middle = (low + high) / 2;
            List<String> tried = filled(text, letters, size, middle);
            if (tried.size() <= best.size()) {
                best = tried;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private static List<String> filled(String text, LetterWidths letters, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && letters.of(longer, size) > width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
