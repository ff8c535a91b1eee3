package vn.bamcoso.documents.edxml;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes between two organisations: a document with its deadline, or the state that another's document has reached. */
public sealed interface Edxml {
    String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /** Who sends it. */
    Organ from();

    /** @param id code of the organisation after Decision 20/2020, e.g. {@code 000.00.00.H41} */
    record Organ(String id, String name) {}

    /** Number and symbol of a document: 12 and CT-BCA. */
    record Code(String number, String notation) {}

    /** @param competence e.g. KT. BỘ TRƯỞNG; empty when signed in one's own right */
    record Signer(String competence, String position, String name) {}

    /** The document that is answered. */
    record Reference(String organ, Code code, String documentId) {}

    /**
     * A document on its way.
     *
     * @param steering the standard's number for the kind of direction, as given; null when there is none
     * @param due last day; null when nothing is to be done by a day
     * @param places "Nơi nhận", as printed
     * @param answers the document to which this one answers; null when it is the first
     */
    record Letter(
            String documentId, Organ from, List<Organ> to, Code code, String subject, Signer signer, @Nullable LocalDate due, @Nullable String steering,
            List<String> places, @Nullable Reference answers) implements Edxml {
        public Letter {
            to = List.copyOf(to);
            places = List.copyOf(places);
        }
    }

    /** How far the work on a document has come. */
    record State(Reference answers, Organ from, StatusCode status, String description) implements Edxml {}
}
