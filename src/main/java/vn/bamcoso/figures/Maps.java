package vn.bamcoso.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.asking.Remembered;

/** The places of a day and who has to report there, told from memory as long as no act changes the maps. */
@Component
public class Maps {
    private final Remembered remembered;

    Maps(Remembered remembered) {
        this.remembered = remembered;
    }

    /** The places of a level on a day, by code. */
    public List<Answer.Spot> places(Level level, LocalDate day) {
        return remembered.places(level, day);
    }

    /**
     * The communes of a day that have police of their own, by the province in which they lie on the map of another day.
     *
     * @return ids of communes, by the id of the province
     */
    public Map<Integer, int[]> reporting(LocalDate day, LocalDate map) {
        return remembered.reporting(day, map);
    }
}
