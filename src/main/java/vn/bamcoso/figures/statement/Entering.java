package vn.bamcoso.figures.statement;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Takes down what was published. Nothing is changed later: a wrong entry is superseded by a right one, and both stay. */
@Component
class Entering {
    private static final int LONGEST = 2000;
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Places places;
    private final Trail trail;
    private final Clock clock;

    Entering(JdbcClient jdbc, Indicators indicators, Places places, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether who acts now enters statements: the Ministry Office, and a department for its field of work. */
    static boolean may() {
        return CurrentUser.require().has("ministry_office", "department");
    }

    /**
     * @param code of a statement that the product brings along; null for one that somebody enters
     * @return its id
     * @throws Problem with one fault for each field that is wrong; not found when the place is out of the writer's scope
     */
    @Transactional
    public int enter(NewStatement entered, @Nullable String code) {
        if (!may()) {
            throw Problem.forbidden("figures.statement.problem.not-yours");
        }
        List<Fault> faults = new ArrayList<>();
        required(faults, Map.of("printed", text(entered.printed()), "article", text(entered.article()), "publisher", text(entered.publisher()), "eventVi", text(entered.eventVi())));
        edge(faults, entered);
        Indicator indicator = indicators.byCode(text(entered.indicator())).orElse(null);
        if (indicator == null) {
            faults.add(new Fault("indicator", "figures.statement.problem.indicator", text(entered.indicator())));
        }
        Period period = read(faults, "period", () -> text(entered.period()).isEmpty() ? null : Period.parse(text(entered.period())));
        SpeakingNumber spoken = text(entered.printed()).isEmpty() ? null : read(faults, "printed", () -> SpeakingNumber.parse(text(entered.printed()), VIETNAMESE));
        LocalDate today = VietnamTime.today(clock);
        LocalDate day = entered.mapDay() != null ? entered.mapDay() : period != null ? period.end() : entered.published() != null ? entered.published() : today;
        if (entered.published() != null && entered.published().isAfter(today)) {
            faults.add(new Fault("published", "figures.statement.problem.future", entered.published()));
        }
        Optional<Place> place = places.byKey(text(entered.place()));
        if (place.isEmpty()) {
            faults.add(new Fault("place", "figures.statement.problem.place", text(entered.place())));
        } else if (places.byId(place.get().id(), day).isEmpty()) {
            faults.add(new Fault("place", "figures.statement.problem.not-there", place.get().fullName(), day));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.statement.problem.refused", faults, faults.size());
        }
        int id = insert(entered, code, indicator, place.get(), period, day, spoken);
        if (entered.corrects() != null) {
            supersede(entered.corrects(), id);
        }
        if (code == null) {
            trail.write("figures.statement.entered", "statement:" + id, null, entered);
        }
        return id;
    }

    private int insert(NewStatement entered, @Nullable String code, Indicator indicator, Place place, @Nullable Period period, LocalDate day, SpeakingNumber spoken) {
        return jdbc.sql("""
                        insert into figures.statement (code, field, home, place_id, indicator_id, period, map_day, printed, unit, qualifier, value, upper, numerator, denominator,
                            article, publisher, published, event_vi, event_en, note_vi, note_en, entered_by, entered_at)
                        values (:code, :field, :home, :place, :indicator, :period, :day, :printed, :unit, :qualifier, :value, :upper, :numerator, :denominator,
                            :article, :publisher, :published, :eventVi, :eventEn, :noteVi, :noteEn, access.user_id(), :at)
                        returning id""")
                .param("code", code, Types.VARCHAR)
                .param("field", indicator.field())
                .param("home", place.home())
                .param("place", place.id())
                .param("indicator", indicator.id())
                .param("period", period == null ? null : period.code(), Types.VARCHAR)
                .param("day", day)
                .param("printed", text(entered.printed()))
                .param("unit", orNull(entered.unit()), Types.VARCHAR)
                .param("qualifier", spoken.qualifier().name().toLowerCase(Locale.ROOT))
                .param("value", spoken.number().value())
                .param("upper", spoken.upper() == null ? null : spoken.upper().value(), Types.NUMERIC)
                .param("numerator", spoken.denominator() == null ? null : spoken.number().value(), Types.NUMERIC)
                .param("denominator", spoken.denominator(), Types.NUMERIC)
                .param("article", text(entered.article()))
                .param("publisher", text(entered.publisher()))
                .param("published", entered.published(), Types.DATE)
                .param("eventVi", text(entered.eventVi()))
                .param("eventEn", text(entered.eventEn()).isEmpty() ? text(entered.eventVi()) : text(entered.eventEn()))
                .param("noteVi", orNull(entered.noteVi()), Types.VARCHAR)
                .param("noteEn", orNull(entered.noteEn()), Types.VARCHAR)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private void supersede(int wrong, int right) {
        int there = jdbc.sql("select count(*) from figures.statement where id = :id").param("id", wrong).query(Integer.class).single();
        if (there == 0) {
            throw Problem.notFound();
        }
        int done = jdbc.sql("update figures.statement set superseded_by = :right where id = :wrong and superseded_by is null").param("right", right).param("wrong", wrong).update();
        if (done == 0) {
            throw Problem.conflict("figures.statement.problem.corrected-before");
        }
    }

    private static void required(List<Fault> faults, Map<String, String> fields) {
        fields.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(field -> field.getValue().isEmpty() || field.getValue().length() > LONGEST)
                .forEach(field -> faults.add(new Fault(field.getKey(), "figures.statement.problem.text", LONGEST)));
    }

    private void edge(List<Fault> faults, NewStatement entered) {
        var check = new EdgeCheck(VietnamTime.today(clock));
        Map<String, String> texts = Map.of("printed", text(entered.printed()), "unit", text(entered.unit()), "article", text(entered.article()), "publisher", text(entered.publisher()),
                "eventVi", text(entered.eventVi()), "eventEn", text(entered.eventEn()), "noteVi", text(entered.noteVi()), "noteEn", text(entered.noteEn()));
        texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> check.text(field.getValue()).forEach(found -> faults.add(new Fault(field.getKey(), found.code(), found.count()))));
    }

    private static <T> @Nullable T read(List<Fault> faults, String field, java.util.function.Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (Problem wrong) {
            faults.add(new Fault(field, wrong.code(), wrong.args()));
            return null;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String orNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }
}
