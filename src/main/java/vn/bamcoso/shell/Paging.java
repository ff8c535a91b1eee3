package vn.bamcoso.shell;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of a long list a page shows.
 *
 * @param number of the page, from 1
 * @param base address of the list with its other parameters, to which {@code page=n} is added
 */
public record Paging(int total, int size, int number, String base) {
    public Paging {
        number = Math.clamp(number, 1, Math.max(1, (total + size - 1) / size));
    }

    public int offset() {
        return (number - 1) * size;
    }

    public int first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public int last() {
        return Math.min(total, offset() + size);
    }

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The first, the last, and those around this one. */
    public List<Integer> near() {
        return IntStream.rangeClosed(1, pages()).filter(n -> n == 1 || n == pages() || Math.abs(n - number) <= 2).boxed().toList();
    }

    public String link(int toNumber) {
        return base + (base.contains("?") ? "&" : "?") + "page=" + toNumber;
    }
}
