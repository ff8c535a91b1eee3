package vn.bamcoso.reporting.findings;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.figures.statement.Checked;
import vn.bamcoso.figures.statement.Statements;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/**
 * What does not fit among approved figures: a cumulative count that fell, parts that leave a rest, a check that is broken, a
 * value far from a place's own past, two sources that disagree. They are shown to people in words; nothing is ever corrected.
 */
@Component
public class Findings {
    private static final int BACK = 8;
    private static final String TWO_SOURCES = Sql.beside(Findings.class, "two-sources.sql");
    private final Pivot pivot;
    private final Statements statements;
    private final JdbcClient jdbc;

    Findings(Pivot pivot, Statements statements, JdbcClient jdbc) {
        this.pivot = pivot;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    public enum Kind { CHECK, FALLS, REST, JUMP, SOURCES }

    /** @param link where the figure, and what it is made of, can be seen */
    public record Finding(Kind kind, String place, String indicator, String sentence, String link) {}

    /** @param looked at how many places; {@code places} their keys and names in pairs */
    public record Found(List<Finding> findings, int looked, List<String> places) {}

    /** Of the parts of an area: the provinces of the nation, or the communes of anything smaller. */
    @Transactional(readOnly = true)
    public Found of(Form.Version version, Place within, Period period, Texts texts) {
        List<Period> periods = new ArrayList<>(List.of(period));
        Optional<Period> before = period.previous();
        for (int i = 0; i < BACK && before.isPresent(); i++) {
            periods.add(before.get());
            before = before.get().previous();
        }
        List<String> codes = version.lines().stream().map(Form.Line::indicator).toList();
        Answer answer = pivot.ask(new Question(codes, periods, within.level().equals("nation") ? Level.PROVINCE : Level.COMMUNE, within.key(), period.end()));
        List<Answer.Line> lines = answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).toList();
        List<Finding> findings = new ArrayList<>();
        for (Answer.Line line : lines) {
            one(version, answer, line, period, texts, findings);
        }
        twoSources(version, answer, lines, period, texts, findings);
        statements(answer, within, period, texts, findings);
        findings.sort(Comparator.comparing(Finding::kind));
        return new Found(findings, lines.size(), lines.stream().flatMap(line -> List.of(line.spot().key(), line.spot().name()).stream()).toList());
    }

    private void one(Form.Version version, Answer answer, Answer.Line line, Period period, Texts texts, List<Finding> findings) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < answer.indicators().size(); i++) {
            BigDecimal value = answer.cell(line, i, 0).value();
            if (value != null) {
                values.put(answer.indicators().get(i).code(), value);
            }
        }
        version.checks().forEach(check -> check.on(values::get).ifPresent(broken -> findings.add(finding(
                check.relation().equals("=") ? Kind.REST : Kind.CHECK, line, answer.indicators().get(index(answer, check.at())), broken.sentence(texts, value -> write(value, texts)), period, texts))));
        for (int i = 0; i < answer.indicators().size(); i++) {
            Indicator indicator = answer.indicators().get(i);
            BigDecimal value = answer.cell(line, i, 0).value();
            if (value == null) {
                continue;
            }
            List<BigDecimal> past = new ArrayList<>();
            for (int p = 1; p < answer.periods().size(); p++) {
                BigDecimal one = answer.cell(line, i, p).value();
                if (one != null) {
                    past.add(one);
                }
            }
            if (indicator.life().neverFalls() && !past.isEmpty() && value.compareTo(past.getFirst()) < 0) {
                findings.add(finding(Kind.FALLS, line, indicator, texts.get("reporting.findings.falls.said", write(value, texts), write(past.getFirst(), texts)), period, texts));
            } else if (!indicator.life().neverFalls() && indicator.origin() == Indicator.How.ENTERED) {
                Jump.of(value, past).ifPresent(jump -> findings.add(finding(Kind.JUMP, line, indicator, texts.get(
                        "reporting.findings.jump.said", write(value, texts), write(jump.usual(), texts), jump.of(), write(jump.least(), texts), write(jump.most(), texts)), period, texts)));
            }
            rest(answer, line, i, value, period, texts, findings);
        }
    }

    /** A whole against each of its dimensions, unless a check of the form says it already. */
    private static void rest(Answer answer, Answer.Line line, int whole, BigDecimal value, Period period, Texts texts, List<Finding> findings) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < answer.indicators().size(); i++) {
            Indicator.Part part = answer.indicators().get(i).part();
            BigDecimal one = answer.cell(line, i, 0).value();
            if (part != null && part.base().equals(answer.indicators().get(whole).code()) && one != null) {
                sums.merge(part.dimension(), one, BigDecimal::add);
            }
        }
        String place = line.spot().fullName();
        sums.forEach((dimension, sum) -> {
            boolean said = findings.stream().anyMatch(one -> (one.kind() == Kind.REST || one.kind() == Kind.CHECK) && one.place().equals(place) && one.indicator().equals(answer.indicators().get(whole).name(texts.locale())));
            if (sum.compareTo(value) != 0 && !said) {
                findings.add(finding(Kind.REST, line, answer.indicators().get(whole), texts.get("reporting.findings.rest.said", write(value, texts), write(sum, texts), write(value.subtract(sum), texts)), period, texts));
            }
        });
    }

    private void twoSources(Form.Version version, Answer answer, List<Answer.Line> lines, Period period, Texts texts, List<Finding> findings) {
        Map<Integer, Answer.Line> byPlace = new HashMap<>();
        lines.forEach(line -> byPlace.put(line.spot().id(), line));
        jdbc.sql(TWO_SOURCES)
                .param("period", period.code())
                .param("indicators", answer.indicators().stream().filter(one -> one.part() == null).map(Indicator::code).toArray(String[]::new))
                .param("places", byPlace.keySet().toArray(Integer[]::new))
                .query(row -> {
                    int breakdown = row.getInt("breakdown");
                    String code = row.getString("code");
                    answer.indicators().stream().filter(one -> one.breakdown() == breakdown && (one.part() == null ? one.code() : one.part().base()).equals(code)).findFirst().ifPresent(indicator -> {
                        try {
                            findings.add(finding(Kind.SOURCES, byPlace.get(row.getInt("place_id")), indicator, texts.get("reporting.findings.sources.said", write(row.getBigDecimal("now"), texts),
                                    write(row.getBigDecimal("before"), texts), DateWords.minute(row.getTimestamp("known_to").toInstant(), texts.locale())), period, texts));
                        } catch (java.sql.SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                });
    }

    private void statements(Answer answer, Place within, Period period, Texts texts, List<Finding> findings) {
        for (Indicator indicator : answer.indicators()) {
            for (Checked checked : indicator.part() == null ? statements.printed(indicator.code(), within.key(), texts.locale()) : List.<Checked>of()) {
                if (checked.holds() != Checked.Holds.YES && period.equals(checked.statement().period())) {
                    findings.add(new Finding(Kind.SOURCES, within.fullName(), indicator.name(texts.locale()), checked.statement().printed() + " · " + checked.statement().publisher() + ": " + checked.sentence(), checked.link()));
                }
            }
        }
    }

    private static int index(Answer answer, String code) {
        for (int i = 0; i < answer.indicators().size(); i++) {
            if (answer.indicators().get(i).code().equals(code)) {
                return i;
            }
        }
        return 0;
    }

    private static Finding finding(Kind kind, Answer.Line line, Indicator indicator, String sentence, Period period, Texts texts) {
        return new Finding(kind, line.spot().fullName(), indicator.name(texts.locale()), sentence,
                "/figures/" + indicator.code() + "?period=" + encoded(period.code()) + "&within=" + encoded(line.spot().key()) + "&map=" + period.end());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String write(@Nullable BigDecimal value, Texts texts) {
        return value == null ? "–" : Numerals.write(value.stripTrailingZeros(), texts.locale());
    }
}
