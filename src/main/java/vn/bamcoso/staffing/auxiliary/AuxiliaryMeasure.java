package vn.bamcoso.staffing.auxiliary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;

/**
 * Commune police in all: the regular officers posted and the semi-professional police of the latest count, at communes that have
 * such. While the indicator's row says "entered" it is not answered from here; the page shows this value.
 */
@Component
public class AuxiliaryMeasure implements Measure {
    public static final String CODE = "commune_police_all";
    private final Auxiliaries auxiliaries;

    AuxiliaryMeasure(Auxiliaries auxiliaries) {
        this.auxiliaries = auxiliaries;
    }

    @Override
    public Set<String> codes() {
        return Set.of(CODE);
    }

    /** The regular part is as known now; the counts as entered by {@code known}. */
    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known) {
        Map<Integer, Integer> semi = auxiliaries.known(period.end(), known).stream().filter(line -> line.kind().equals(Auxiliaries.SEMI_PROFESSIONAL))
                .collect(Collectors.toMap(Auxiliaries.Line::placeId, line -> line.number().all()));
        Map<Integer, Integer> regular = auxiliaries.regulars(period.end());
        return semi.entrySet().stream().map(one -> new Measured(one.getKey(), BigDecimal.valueOf(one.getValue() + regular.getOrDefault(one.getKey(), 0)))).toList();
    }
}
