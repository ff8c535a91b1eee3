package vn.bamcoso.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;

/**
 * Reads the text of a document that people write: an empty line ends a paragraph, "I. …", "1. …" and "a) …" on a line of
 * their own begin headings, lines with a dash are a list.
 */
final class Written {
    private static final Pattern HEADING = Pattern.compile("([IVX]{1,5})\\.\\s+(.{2,200})|(\\d{1,2})\\.\\s+(.{2,150}[^.;:,])|([a-zđ])\\)\\s+(.+)");

    private Written() {}

    static Content read(String text) {
        var blocks = new ArrayList<Content.Block>();
        var numbers = new Numbers();
        for (String part : text.strip().split("\\R\\s*\\R")) {
            var lines = part.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (lines.isEmpty()) {
                continue;
            }
            Matcher heading = HEADING.matcher(lines.getFirst());
            if (lines.size() == 1 && heading.matches()) {
                blocks.add(numbers.heading(heading));
            } else if (lines.stream().allMatch(line -> line.startsWith("- "))) {
                blocks.add(new Content.Listing(lines.stream().map(line -> Content.Paragraph.of(line.substring(2))).toList()));
            } else {
                blocks.add(Content.Paragraph.of(String.join(" ", lines)));
            }
        }
        return new Content(blocks, List.of(), List.of(), List.of());
    }

    /** The form numbers headings by itself, in order; so does the page. */
    private static final class Numbers {
        private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
        private int section;
        private int clause;
        private int point;

        private Content.Block heading(Matcher m) {
            if (m.group(1) != null) {
                clause = 0;
                point = 0;
                return new Content.Heading(1, Roman.of(++section) + ".", m.group(2).toUpperCase(Texts.VIETNAMESE));
            }
            if (m.group(3) != null) {
                point = 0;
                return new Content.Heading(2, ++clause + ".", m.group(4));
            }
            return new Content.Point(LETTERS.charAt(point++ % LETTERS.length()) + ")", List.of(Content.Piece.words(m.group(6))));
        }
    }
}
