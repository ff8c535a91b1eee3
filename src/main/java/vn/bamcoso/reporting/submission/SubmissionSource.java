package vn.bamcoso.reporting.submission;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Source;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Tells the reader of a figure from which report it came. */
@Component
class SubmissionSource implements Source {
    private final Submissions submissions;
    private final Forms forms;
    private final Places places;
    private final Offices offices;

    SubmissionSource(Submissions submissions, Forms forms, Places places, Offices offices) {
        this.submissions = submissions;
        this.forms = forms;
        this.places = places;
        this.offices = offices;
    }

    @Override
    public String kind() {
        return "submission";
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Link link(long ref, Locale locale) {
        Optional<Submission> found = submissions.find(ref);
        if (found.isEmpty()) {
            return null;
        }
        Submission submission = found.get();
        Texts texts = Texts.of(locale);
        String who = offices.byId(submission.officeId(), submission.period().end()).map(office -> office.name())
                .orElseGet(() -> places.life(submission.placeId()).stream().reduce((first, last) -> last).map(Place::fullName).orElse(""));
        String name = submission.formId() == null
                ? texts.get("reporting.source.loose", submission.period().phrase(locale), who)
                : texts.get("reporting.source", forms.byId(submission.formId()).name(texts), submission.period().phrase(locale), who, (int) submission.revision());
        return new Link(name, "/submissions/" + ref);
    }
}
