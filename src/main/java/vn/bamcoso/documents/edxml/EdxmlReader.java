package vn.bamcoso.documents.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/** Reads an edXML file strictly: what is wrong is refused with the line and the reason, what is not known is reported. */
public final class EdxmlReader {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ORGAN = Pattern.compile("\\d{3}\\.\\d{2,3}\\.\\d{2,3}\\.[A-Z]\\d{2,3}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}[A-Za-zĐđ]?");
    private static final Pattern STEERING = Pattern.compile("\\d{1,2}");

    private EdxmlReader() {}

    /** An element that this program does not know, and its line. */
    public record Unknown(String element, int line) {}

    /** @param unknown elements that were passed over; what lies inside them is not named */
    public record Reading(Edxml message, List<Unknown> unknown) {}

    /** @throws Problem refused, with the line and what is wrong there */
    public static Reading read(InputStream in) {
        try {
            Element root = Parsing.root(in);
            if (!root.name.equals("edXML")) {
                throw Problem.refused("documents.edxml.root", root.name);
            }
            Element header = root.require("edXMLEnvelope").require("edXMLHeader");
            Element letter = header.find("MessageHeader");
            Element state = header.find("Status");
            if ((letter == null) == (state == null)) {
                throw Problem.refused("documents.edxml.one-of-two", header.line);
            }
            Edxml message = letter != null ? letter(letter) : state(state);
            List<Unknown> unknown = new ArrayList<>();
            root.unknown(unknown);
            return new Reading(message, List.copyOf(unknown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edxml.Letter letter(Element in) {
        List<Edxml.Organ> to = in.all("To").stream().map(EdxmlReader::organ).toList();
        if (to.isEmpty()) {
            throw Problem.refused("documents.edxml.missing", "To", in.name, in.line);
        }
        Element places = in.find("ToPlaces");
        Element answers = in.find("ResponseFor");
        Element signer = in.require("SignerInfo");
        return new Edxml.Letter(
                in.text("DocumentId"), organ(in.require("From")), to, code(in.require("Code")), in.text("Subject"),
                new Edxml.Signer(signer.textOrEmpty("Competence"), signer.textOrEmpty("Position"), signer.text("FullName")),
                day(in.find("DueDate")), steering(in.find("SteeringType")),
                places == null ? List.of() : places.all("Place").stream().map(Element::value).toList(), answers == null ? null : reference(answers));
    }

    private static Edxml.State state(Element in) {
        Element code = in.require("StatusCode");
        StatusCode status = StatusCode.of(code.value()).orElseThrow(() -> Problem.refused("documents.edxml.status", code.value(), code.line));
        return new Edxml.State(reference(in.require("ResponseFor")), organ(in.require("From")), status, in.textOrEmpty("Description"));
    }

    private static Edxml.Organ organ(Element in) {
        return new Edxml.Organ(organId(in), in.textOrEmpty("OrganName"));
    }

    private static String organId(Element in) {
        String id = in.text("OrganId");
        if (!ORGAN.matcher(id).matches()) {
            throw Problem.refused("documents.edxml.organ", id, in.line);
        }
        return id;
    }

    private static Edxml.Code code(Element in) {
        String number = in.text("CodeNumber");
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.refused("documents.edxml.number", number, in.line);
        }
        return new Edxml.Code(number, in.text("CodeNotation"));
    }

    private static Edxml.Reference reference(Element in) {
        return new Edxml.Reference(organId(in), code(in.require("Code")), in.text("DocumentId"));
    }

    private static @Nullable LocalDate day(@Nullable Element in) {
        if (in == null || in.value().isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(in.value(), DAY);
        } catch (DateTimeParseException noDay) {
            throw Problem.refused("documents.edxml.day", in.value(), in.line);
        }
    }

    private static @Nullable String steering(@Nullable Element in) {
        if (in == null || in.value().isEmpty()) {
            return null;
        }
        if (!STEERING.matcher(in.value()).matches()) {
            throw Problem.refused("documents.edxml.steering", in.value(), in.line);
        }
        return in.value();
    }
}
