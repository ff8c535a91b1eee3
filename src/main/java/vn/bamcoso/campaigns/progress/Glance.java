package vn.bamcoso.campaigns.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.figures.Level;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** How a campaign stands in one area, without its parts: for lists and the first page. */
@Component
public class Glance {
    private final Intake intake;
    private final Places places;

    Glance(Intake intake, Places places) {
        this.intake = intake;
        this.places = places;
    }

    /** Empty where the area was not there on the day, or is not the asker's to see as a whole. */
    public Optional<Standing> of(Campaign campaign, Place area, LocalDate day) {
        return places.byId(area.id(), day)
                .map(then -> intake.of(campaign, campaign.goal(), then, Level.of(then.level()).orElse(Level.NATION), day))
                .flatMap(courses -> Optional.ofNullable(courses.whole() != null ? courses.whole() : courses.parts().isEmpty() ? null : courses.parts().getFirst()))
                .map(Intake.Course::standing);
    }
}
