package vn.bamcoso.figures.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.store.Copying;

/** One pass over the figures of a bulk load: what is copied, and the periods and unknown codes met on the way. */
final class Incoming {
    private final JdbcClient client;
    private final PeriodIds periodIds;
    private final Indicators indicators;
    private final Map<String, @Nullable Indicator> byCode = new HashMap<>();
    private final Map<Period, String> periods = new HashMap<>();
    private final List<Refusal> unknown = new ArrayList<>();
    private final Copying heads;
    private final Strips strips;
    private final Instant now = Instant.now();
    private int row;
    private int lot;

    Incoming(JdbcTemplate jdbc, JdbcClient client, PeriodIds periodIds, Indicators indicators) {
        this.heads = new Copying(jdbc, "incoming_lot (lot, kind, ref, known, note)");
        this.strips = new Strips(jdbc);
        this.client = client;
        this.periodIds = periodIds;
        this.indicators = indicators;
        byCode.putAll(indicators.byCode());
    }

    List<Refusal> unknown() {
        return unknown;
    }

    /** @return the slices in which they lie, in the order in which they are written */
    NavigableSet<Integer> copy(Iterable<Lot> lots) {
        for (Lot each : lots) {
            lot++;
            Origin origin = each.origin();
            heads.row(lot, origin.kind(), origin.ref(), each.knownFrom() == null ? now : each.knownFrom(), origin.note());
            for (NewFigure figure : each.figures()) {
                add(figure);
            }
        }
        heads.send();
        return strips.send();
    }

    private void add(NewFigure figure) {
        row++;
        Indicator indicator = byCode.get(figure.indicator());
        if (indicator == null) {
            unknown.add(new Refusal(row, "unknown-indicator", figure.indicator(), null, null));
            return;
        }
        if (!indicator.life().holds(figure.period().end())) {
            unknown.add(new Refusal(row, "not-in-force", indicator.nameVi(), null, figure.period().end()));
            return;
        }
        String period = periods.get(figure.period());
        if (period == null) {
            period = add(figure.period());
        }
        strips.add(row, lot, period, figure.placeId(), indicator.id(), indicator.part() == null ? figure.breakdown() : indicator.part().id(), figure.value());
    }

    private String add(Period period) {
        int id = periodIds.forRecording(List.of(period)).get(period);
        client.sql("insert into figures.period (id, code, kind, starts_on, ends_on) values (?, ?, ?, ?::date, ?) on conflict do nothing")
                .params(id, period.code(), period.kind().id(), BulkLoad.startOf(period), period.end()).update();
        periods.put(period, String.valueOf(id));
        return String.valueOf(id);
    }
}
