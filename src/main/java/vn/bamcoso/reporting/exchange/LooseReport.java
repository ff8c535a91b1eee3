package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.reporting.exchange.LooseFigures.Act;
import vn.bamcoso.reporting.exchange.LooseFigures.Made;
import vn.bamcoso.reporting.exchange.LooseFigures.Row;
import vn.bamcoso.territory.Place;

/** The rows of one act for one place and period, on their way to become a report, or the next revision of one that stands. */
final class LooseReport {
    private static final short GENERAL = 8;

    private final Act act;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, BigDecimal> cells = new LinkedHashMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private short field;
    private @Nullable Long id;
    private int number;
    private int unchanged;
    private @Nullable Long importId;

    private LooseReport(Act act, short field) {
        this.act = act;
        this.field = field;
    }

    /** One for each act, place and period, in the order in which they come. */
    static List<LooseReport> of(List<Act> acts) {
        List<LooseReport> reports = new ArrayList<>();
        for (Act act : acts) {
            Map<String, LooseReport> own = new LinkedHashMap<>();
            for (Row row : act.rows()) {
                LooseReport report = own.computeIfAbsent(row.place().id() + " " + row.period().code(), spot -> new LooseReport(act, row.indicator().field()));
                report.field = report.field == row.indicator().field() ? report.field : GENERAL;
                report.rows.add(row);
            }
            reports.addAll(own.values());
        }
        return reports;
    }

    /** @param before what the last revision says */
    void standsAs(long there, int revision, Map<String, BigDecimal> before, Map<String, String> remarked) {
        id = there;
        number = revision;
        cells.putAll(before);
        remarks.putAll(remarked);
    }

    /** Puts the rows upon what stood. */
    void grow() {
        for (Row row : rows) {
            BigDecimal before = cells.put(row.indicator().code(), row.value());
            unchanged += before != null && before.compareTo(row.value()) == 0 ? 1 : 0;
            if (row.remark() != null) {
                remarks.put(row.indicator().code(), row.remark());
            }
        }
        number += changed() ? 1 : 0;
    }

    boolean changed() {
        return id == null || unchanged < rows.size();
    }

    void kept(long submission, long asImport) {
        id = submission;
        importId = asImport;
    }

    Act act() {
        return act;
    }

    List<Row> rows() {
        return rows;
    }

    Place place() {
        return rows.getFirst().place();
    }

    String period() {
        return rows.getFirst().period().code();
    }

    short field() {
        return field;
    }

    @Nullable Long id() {
        return id;
    }

    int number() {
        return number;
    }

    int unchanged() {
        return unchanged;
    }

    @Nullable Long importId() {
        return importId;
    }

    Map<String, BigDecimal> cells() {
        return cells;
    }

    Map<String, String> remarks() {
        return remarks;
    }

    List<NewFigure> figures() {
        return rows.stream().map(row -> new NewFigure(row.indicator().code(), row.place().id(), row.period(), row.value())).toList();
    }

    Made made() {
        return new Made(id, place().key(), period(), number);
    }
}
