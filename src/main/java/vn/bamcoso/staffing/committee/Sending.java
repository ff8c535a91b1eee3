package vn.bamcoso.staffing.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.papers.comments.Consultations;
import vn.bamcoso.papers.comments.NewConsultation;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.rollout.Programme;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Sends the draft of a programme's plan round: from its standing agency, or the office of its place, to the offices below. */
@Component("programmeSending")
public class Sending {
    private final Consultations consultations;
    private final Committees committees;
    private final Offices offices;
    private final Places places;
    private final Rights rights;
    private final Area area;

    Sending(Consultations consultations, Committees committees, Offices offices, Places places, Rights rights, Area area) {
        this.consultations = consultations;
        this.committees = committees;
        this.offices = offices;
        this.places = places;
        this.rights = rights;
        this.area = area;
    }

    /** Offices that may be asked: the ministry's units and the provinces, or the communes of the province. */
    @Transactional(readOnly = true)
    public List<Office> choices(Programme programme) {
        return offices.serving(today(programme), rights.today()).map(office -> offices.below(office.id(), rights.today())).orElse(List.of());
    }

    /** @throws Problem forbidden; refused when the deadline has passed or nobody is asked */
    @Transactional
    public int send(Programme programme, String title, String text, LocalDate dueOn, List<Integer> asked, List<String> others, Instant at) {
        Integer agency = committees.of(programme).map(Committees.Committee::agencyId).orElse(null);
        int office = agency != null ? agency : offices.serving(today(programme), rights.today()).orElseThrow(() -> Problem.refused("committee.problem.agency", "")).id();
        return consultations.send(new NewConsultation(ProgrammeMatter.NAME, programme.id(), title, text, dueOn, office, programme.placeId(), (short) 1, asked, others), at);
    }

    /** The programme's place as it is today: Kon Tum's is Quảng Ngãi. */
    private int today(Programme programme) {
        return area.onMap(places.life(programme.placeId()).getLast(), rights.today()).id();
    }
}
