package vn.bamcoso.reporting.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Figures that came without a form, over HTTP or in a file. */
@Component
public class Loose {
    private final Indicators indicators;
    private final Places places;

    Loose(Indicators indicators, Places places) {
        this.indicators = indicators;
        this.places = places;
    }

    public record Shown(Submission submission, Place place, @Nullable String reason, List<Row> rows) {}

    public record Row(String indicator, String name, String unit, String value, @Nullable String remark) {}

    public Shown lay(Submission submission, Revision revision, Texts texts) {
        List<Row> rows = new ArrayList<>();
        revision.cells().forEach((code, value) -> {
            Indicator indicator = indicators.require(code);
            rows.add(new Row(code, indicator.name(texts.locale()), indicator.unit(texts.locale()), Numerals.write(value.stripTrailingZeros(), texts.locale()), revision.remarks().get(code)));
        });
        Place place = places.byId(submission.placeId(), submission.period().end()).orElseGet(() -> places.life(submission.placeId()).getLast());
        return new Shown(submission, place, revision.reason(), rows);
    }
}
