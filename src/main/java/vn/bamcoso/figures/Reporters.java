package vn.bamcoso.figures;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.asking.Reporting;

/** Who has to report at all: told without a question to the database, as long as no act changes the maps. */
@Component
public class Reporters {
    private final Reporting reporting;

    Reporters(Reporting reporting) {
        this.reporting = reporting;
    }

    /**
     * The communes of a day that have police of their own, by the province in which they lie on the map of another day.
     *
     * @return ids of communes, by the id of the province
     */
    public Map<Integer, int[]> communes(LocalDate day, LocalDate map) {
        return reporting.communes(day, map);
    }
}
