package vn.bamcoso.reporting.consolidation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Source;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Tells the reader of a figure in which consolidated report the province added it. */
@Component
class ConsolidationSource implements Source {
    private final Consolidations store;
    private final Forms forms;
    private final Places places;

    ConsolidationSource(Consolidations store, Forms forms, Places places) {
        this.store = store;
        this.forms = forms;
        this.places = places;
    }

    @Override
    public String kind() {
        return "consolidation";
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Link link(long ref, Locale locale) {
        Texts texts = Texts.of(locale);
        return store.find(ref)
                .map(report -> new Link(
                        texts.get("reporting.consolidation.source", forms.byId(report.formId()).name(texts), report.period().phrase(locale),
                                places.byId(report.placeId(), report.period().end()).map(Place::fullName).orElse("")),
                        "/consolidations/" + ref))
                .orElse(null);
    }
}
