package vn.bamcoso.staffing.rollout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.shell.Page;

/**
 * A roll-out with its stages. It is opened, given places stage by stage, its plan is revised by later decisions, and it has
 * reached its goal when every place has.
 *
 * @param goal covered (at least one officer) or filled (to the norm)
 * @param norm officers from which on a place has reached the goal
 * @param basis the document on which it rests
 * @param placeId the nation or the province whose programme it is
 */
public record Programme(int id, String nameVi, String nameEn, String goal, int norm, LocalDate beginsOn, String basis, @Nullable LocalDate basisOn, int placeId) {
    static final short FIELD = 1;

    /** @param kind before, pilot, phase or wave */
    public record Stage(short number, String kind, String nameVi, String nameEn) {
        public String name(Page page) {
            return page.either(nameVi, nameEn);
        }
    }

    public String name(Page page) {
        return page.either(nameVi, nameEn);
    }

    public String path() {
        return "/rollout/" + id;
    }
}
