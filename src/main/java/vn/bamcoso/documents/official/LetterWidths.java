package vn.bamcoso.documents.official;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * How wide a text runs in Times New Roman, by the widths of Tinos, which are the same. Read from the font file itself, without the
 * machine's fonts: the lines under the heads take their length from it, and must come out alike everywhere.
 */
final class LetterWidths {

    static final LetterWidths REGULAR = read("Tinos-Regular.ttf");
    static final LetterWidths BOLD = read("Tinos-Bold.ttf");

    private final int[] advance;
    private final int[] glyphs;
    private final int unitsPerEm;

    private LetterWidths(int[] advance, int[] glyphs, int unitsPerEm) {
        this.advance = advance;
        this.glyphs = glyphs;
        this.unitsPerEm = unitsPerEm;
    }

    /** In points, at that size in points. */
    double of(String text, double size) {
        long units = 0;
        for (int i = 0; i < text.length(); i++) {
            int glyph = glyphs[text.charAt(i)];
            units += advance[Math.min(glyph, advance.length - 1)];
        }
        return units * size / unitsPerEm;
    }

    private static LetterWidths read(String file) {
        try (InputStream in = Objects.requireNonNull(LetterWidths.class.getResourceAsStream(file), file)) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            int unitsPerEm = font.getShort(table(font, "head") + 18) & 0xFFFF;
            int metrics = font.getShort(table(font, "hhea") + 34) & 0xFFFF;
            int[] advance = new int[metrics];
            int hmtx = table(font, "hmtx");
            for (int i = 0; i < metrics; i++) advance[i] = font.getShort(hmtx + i * 4) & 0xFFFF;
            return new LetterWidths(advance, letters(font), unitsPerEm);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int table(ByteBuffer font, String tag) {
        int count = font.getShort(4) & 0xFFFF;
        int wanted = tag.charAt(0) << 24 | tag.charAt(1) << 16 | tag.charAt(2) << 8 | tag.charAt(3);
        for (int i = 0; i < count; i++) {
            if (font.getInt(12 + i * 16) == wanted) return font.getInt(12 + i * 16 + 8);
        }
        throw new IllegalStateException("no table " + tag);
    }

    /** The font's map from letters to glyphs, in its format 4. */
    private static int[] letters(ByteBuffer font) {
        int cmap = table(font, "cmap");
        int[] glyphs = new int[65_536];
        for (int i = 0, n = font.getShort(cmap + 2); i < n; i++) {
            int map = cmap + font.getInt(cmap + 4 + i * 8 + 4);
            if (font.getShort(map) != 4) continue;
            int segments = (font.getShort(map + 6) & 0xFFFF) / 2;
            int ends = map + 14;
            int starts = ends + segments * 2 + 2;
            int deltas = starts + segments * 2;
            int offsets = deltas + segments * 2;
            for (int s = 0; s < segments; s++) {
                int end = font.getShort(ends + s * 2) & 0xFFFF;
                int start = font.getShort(starts + s * 2) & 0xFFFF;
                int delta = font.getShort(deltas + s * 2);
                int offset = font.getShort(offsets + s * 2) & 0xFFFF;
                for (int c = start; c <= end && c < 0xFFFF; c++) {
                    int glyph = offset == 0 ? c : font.getShort(offsets + s * 2 + offset + (c - start) * 2) & 0xFFFF;
                    glyphs[c] = glyph == 0 && offset != 0 ? 0 : glyph + delta & 0xFFFF;
                }
            }
            return glyphs;
        }
        throw new IllegalStateException("no letters");
    }
}
