package vn.bamcoso.papers.comments;

import java.time.LocalDate;
import java.util.List;

/**
 * A draft to be sent round.
 *
 * @param matter name of the {@link Matter}; {@code matterRef} which one
 * @param dueOn last day for comments
 * @param officeId who sends it
 * @param placeId place of the matter (the sender writes there)
 * @param field field of work (access.field)
 * @param offices police offices that are asked; their people answer themselves
 * @param others names of bodies outside, whose letters the sender enters
 */
public record NewConsultation(String matter, long matterRef, String title, String text, LocalDate dueOn, int officeId, int placeId, short field, List<Integer> offices, List<String> others) {
    public NewConsultation {
        offices = List.copyOf(offices);
        others = List.copyOf(others);
    }
}
