package vn.bamcoso.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.demo.nation.Target;
import vn.bamcoso.demo.nation.Targets;
import vn.bamcoso.figures.Source;

/** Names where the demonstration's figures of provinces and of the ministry came from: the n-th row of the targets, counted from 1. */
@Component
class DemoSource implements Source {
    private final List<Target> rows = Targets.read().all();

    @Override
    public String kind() {
        return "demo";
    }

    @Override
    public @Nullable Link link(long ref, Locale locale) {
        if (ref < 1 || ref > rows.size()) {
            return null;
        }
        Target row = rows.get((int) ref - 1);
        return new Link(Texts.of(locale).get(row.printed() ? "demo.source.printed" : "demo.source.chosen", row.article()), null);
    }
}
