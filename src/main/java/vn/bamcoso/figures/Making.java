package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.asking.Asking;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Place;

/**
 * Makes indicators: the Ministry Office for the whole country, a province for its own use. How an indicator is counted never
 * changes afterwards, because its figures stand; what is counted otherwise is a new indicator that replaces it.
 */
@Component
public class Making {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "origin", Set.of("entered", "computed"), "overTime", Set.of("sum", "last", "next", "mean", "none"), "overPlaces", Set.of("sum", "min", "max", "none"),
            "collectedAt", Set.of("nation", "province", "commune"), "mayBeHeld", Set.of("yes", "no", "undecided"));
    private static final Set<String> PAGES = Set.of("new", "breakdowns", "holding");
    private static final Set<String> KINDS = Set.of("xa", "phuong", "thi_tran", "dac_khu");

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    Making(JdbcClient jdbc, Indicators indicators, Grants grants, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /** For whom this user may make indicators and forms. @param place null: for the whole country */
    public record Owner(@Nullable Place place) {
        public @Nullable Integer id() {
            return place == null ? null : place.id();
        }
    }

    /** Empty for who may not. */
    public Optional<Owner> owner(CurrentUser user) {
        if (user.id() == 0 || user.has("ministry_office")) {
            return Optional.of(new Owner(null));
        }
        return grants.of(user).stream()
                .filter(grant -> grant.role().equals("provincial_staff") || grant.role().equals("provincial_director"))
                .findFirst()
                .flatMap(grant -> grants.widest(user, grant.field() == null ? (short) 8 : grant.field(), List.of()))
                .filter(place -> place.level().equals("province"))
                .map(Owner::new);
    }

    /** Whether this user words and limits it: the Ministry Office its own and everybody's, a province its own. */
    public boolean mayChange(CurrentUser user, Indicator indicator) {
        return owner(user).filter(owner -> owner.place() == null || Objects.equals(owner.id(), indicator.life().ownerId())).isPresent();
    }

    /**
     * @return its code
     * @throws Problem forbidden; refused with one fault for each field that is wrong
     */
    @Transactional
    public String make(NewIndicator wanted) {
        Owner owner = owner(CurrentUser.require()).orElseThrow(() -> Problem.forbidden("figures.making.problem.not-yours"));
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.definition.problem.refused", faults, faults.size());
        }
        String code = text(wanted.code()).isEmpty() ? codeFor(text(wanted.nameVi())) : text(wanted.code());
        short id = jdbc.sql("""
                        insert into figures.indicator (code, name_vi, name_en, definition_vi, definition_en, unit_vi, unit_en, origin, over_time, over_places, collected_at, kinds, field,
                            formula, decimals, least, most, small_counts, may_be_held, held_decided_by, position, valid_from, valid_to, replaced_by, owner_id, never_falls)
                        select :code, :nameVi, :nameEn, :definitionVi, :definitionEn, :unitVi, :unitEn, :origin, :overTime, :overPlaces, :collectedAt, :kinds, f.id,
                            :formula, :decimals, :least, :most, :small, :held, :decidedBy, coalesce((select max(position) from figures.indicator), 0) + 10, :from, :to, :replacedBy, :owner, :falls
                        from access.field f where f.code = :field returning id""")
                .param("code", code)
                .param("nameVi", text(wanted.nameVi()))
                .param("nameEn", or(wanted.nameEn(), wanted.nameVi()))
                .param("definitionVi", or(wanted.definitionVi(), wanted.nameVi()))
                .param("definitionEn", or(wanted.definitionEn(), or(wanted.definitionVi(), wanted.nameVi())))
                .param("unitVi", text(wanted.unitVi()))
                .param("unitEn", or(wanted.unitEn(), wanted.unitVi()))
                .param("origin", wanted.origin())
                .param("overTime", wanted.overTime())
                .param("overPlaces", wanted.overPlaces())
                .param("collectedAt", wanted.collectedAt())
                .param("kinds", wanted.kinds() == null || wanted.kinds().isEmpty() ? null : wanted.kinds().toArray(String[]::new), Types.ARRAY)
                .param("formula", text(wanted.formula()).isEmpty() ? null : text(wanted.formula()), Types.VARCHAR)
                .param("decimals", Objects.requireNonNullElse(wanted.decimals(), 0))
                .param("least", wanted.least(), Types.NUMERIC)
                .param("most", wanted.most(), Types.NUMERIC)
                .param("small", Boolean.TRUE.equals(wanted.smallCounts()))
                .param("held", wanted.mayBeHeld())
                .param("decidedBy", text(wanted.heldDecidedBy()).isEmpty() ? null : text(wanted.heldDecidedBy()), Types.VARCHAR)
                .param("from", wanted.validFrom(), Types.DATE)
                .param("to", wanted.validTo(), Types.DATE)
                .param("replacedBy", text(wanted.replacedBy()).isEmpty() ? null : text(wanted.replacedBy()), Types.VARCHAR)
                .param("owner", owner.id(), Types.INTEGER)
                .param("falls", Boolean.TRUE.equals(wanted.neverFalls()))
                .param("field", wanted.field())
                .query(Short.class)
                .single();
        for (String dimension : dimensions(wanted)) {
            jdbc.sql("insert into figures.indicator_dimension select :id, id from figures.dimension where code = :code").param("id", id).param("code", dimension).update();
        }
        trail.write("figures.indicator.made", "indicator:" + code, null, wanted);
        return code;
    }

    /** What is wrong with it; empty when nothing is. */
    public List<Fault> faults(NewIndicator wanted) {
        List<Fault> faults = new ArrayList<>();
        Map.of("nameVi", text(wanted.nameVi()), "unitVi", text(wanted.unitVi())).forEach((field, value) -> {
            if (value.isEmpty() || value.length() > 200) {
                faults.add(new Fault(field, "figures.definition.problem.text", 200));
            }
        });
        Map.of("origin", text(wanted.origin()), "overTime", text(wanted.overTime()), "overPlaces", text(wanted.overPlaces()), "collectedAt", text(wanted.collectedAt()),
                "mayBeHeld", text(wanted.mayBeHeld())).forEach((field, value) -> {
            if (!WORDS.get(field).contains(value)) {
                faults.add(new Fault(field, "figures.making.problem.choose"));
            }
        });
        String code = text(wanted.code());
        if (!code.isEmpty() && (!code.matches("[a-z][a-z0-9_]{1,49}") || code.contains(Indicator.OF_PART) || PAGES.contains(code))) {
            faults.add(new Fault("code", "figures.making.problem.code", code));
        } else if (!code.isEmpty() && indicators.byCode(code).isPresent()) {
            faults.add(new Fault("code", "figures.making.problem.code-taken", code));
        }
        if (wanted.kinds() != null && !KINDS.containsAll(wanted.kinds())) {
            faults.add(new Fault("kinds", "figures.making.problem.choose"));
        }
        if (jdbc.sql("select count(*) from access.field where code = :code").param("code", text(wanted.field())).query(Integer.class).single() == 0) {
            faults.add(new Fault("field", "figures.making.problem.choose"));
        }
        formula(wanted, faults);
        limits(wanted, faults);
        List<String> known = jdbc.sql("select code from figures.dimension").query(String.class).list();
        dimensions(wanted).stream().filter(one -> !known.contains(one)).forEach(one -> faults.add(new Fault("dimensions", "figures.making.problem.dimension", one)));
        var edge = new EdgeCheck(VietnamTime.today(clock));
        Stream.of(wanted.nameVi(), wanted.nameEn(), wanted.definitionVi(), wanted.definitionEn(), wanted.unitVi(), wanted.heldDecidedBy())
                .forEach(each -> edge.text(text(each)).forEach(found -> faults.add(new Fault("nameVi", found.code(), found.count()))));
        return faults;
    }

    private void formula(NewIndicator wanted, List<Fault> faults) {
        boolean computed = "computed".equals(wanted.origin());
        if (computed == text(wanted.formula()).isEmpty()) {
            faults.add(new Fault("formula", computed ? "figures.making.problem.formula" : "figures.making.problem.no-formula"));
        } else if (computed) {
            try {
                Asking.inputs(text(wanted.formula())).forEach(input -> {
                    if (indicators.byCode(input).filter(one -> !one.computed()).isEmpty()) {
                        faults.add(new Fault("formula", "figures.problem.no-indicator", input));
                    }
                });
            } catch (Problem unreadable) {
                faults.add(new Fault("formula", unreadable.code(), unreadable.args()));
            }
        }
    }

    private void limits(NewIndicator wanted, List<Fault> faults) {
        BigDecimal least = wanted.least();
        BigDecimal most = wanted.most();
        if (least != null && most != null && least.compareTo(most) > 0) {
            faults.add(new Fault("most", "figures.making.problem.limits"));
        }
        int decimals = Objects.requireNonNullElse(wanted.decimals(), 0);
        if (decimals < 0 || decimals > 9) {
            faults.add(new Fault("decimals", "figures.making.problem.decimals"));
        }
        if (wanted.validFrom() != null && wanted.validTo() != null && !wanted.validFrom().isBefore(wanted.validTo())) {
            faults.add(new Fault("validTo", "figures.making.problem.days"));
        }
        if (!text(wanted.replacedBy()).isEmpty() && indicators.byCode(text(wanted.replacedBy())).isEmpty()) {
            faults.add(new Fault("replacedBy", "figures.problem.no-indicator", text(wanted.replacedBy())));
        }
        if (!"undecided".equals(wanted.mayBeHeld()) && text(wanted.heldDecidedBy()).isEmpty()) {
            faults.add(new Fault("heldDecidedBy", "figures.definition.problem.decided-by"));
        }
    }

    /** A code from the name, not taken yet. */
    public String codeFor(String name) {
        String folded = Folding.fold(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        String base = folded.length() < 2 ? "chi_tieu" : folded.substring(0, Math.min(44, folded.length())).replaceAll("_+$", "");
        String code = base;
        for (int n = 2; indicators.byCode(code).isPresent(); n++) {
            code = base + "_" + n;
        }
        return code;
    }

    private static List<String> dimensions(NewIndicator wanted) {
        return wanted.dimensions() == null ? List.of() : wanted.dimensions().stream().filter(one -> !one.isBlank()).distinct().toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String or(@Nullable String value, @Nullable String otherwise) {
        return text(value).isEmpty() ? text(otherwise) : text(value);
    }
}
