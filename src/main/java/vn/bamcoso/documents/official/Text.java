package vn.bamcoso.documents.official;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Running text in pieces; most have one. */
public record Text(List<Span> spans) {

    public record Span(String text, boolean bold, boolean italic) {}

    public Text {
        spans = List.copyOf(spans);
    }

    public static Text of(String text) {
        return new Text(List.of(new Span(text, false, false)));
    }

    public String plain() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** The same with another ending; for the closing "./." */
    Text endingWith(String ending) {
        if (spans.isEmpty()) return of(ending);
        String last = spans.getLast().text().stripTrailing();
        String open = last.endsWith(".") || last.endsWith(";") ? last.substring(0, last.length() - 1) : last;
        List<Span> all = new ArrayList<>(spans);
        all.set(all.size() - 1, new Span(open + ending, spans.getLast().bold(), spans.getLast().italic()));
        return new Text(all);
    }
}
