package vn.bamcoso.documents.edxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message as edXML, so that {@link EdxmlReader} gives the same record back. */
public final class EdxmlWriter {
    private final XMLStreamWriter xml;

    private EdxmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** UTF-8, with the XML declaration. */
    public static byte[] write(Edxml message) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = new EdxmlWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name()));
            writer.whole(message);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void whole(Edxml message) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setPrefix("edXML", Edxml.NAMESPACE);
        open("edXML");
        xml.writeNamespace("edXML", Edxml.NAMESPACE);
        open("edXMLEnvelope");
        open("edXMLHeader");
        switch (message) {
            case Edxml.Letter letter -> letter(letter);
            case Edxml.State state -> state(state);
        }
        xml.writeEndDocument();
        xml.flush();
    }

    private void letter(Edxml.Letter letter) throws XMLStreamException {
        open("MessageHeader");
        organ("From", letter.from());
        for (Edxml.Organ to : letter.to()) {
            organ("To", to);
        }
        text("DocumentId", letter.documentId());
        code(letter.code());
        text("Subject", letter.subject());
        open("SignerInfo");
        text("Competence", letter.signer().competence());
        text("Position", letter.signer().position());
        text("FullName", letter.signer().name());
        close();
        if (letter.due() != null) {
            text("DueDate", EdxmlReader.DAY.format(letter.due()));
        }
        if (!letter.places().isEmpty()) {
            open("ToPlaces");
            for (String place : letter.places()) {
                text("Place", place);
            }
            close();
        }
        if (letter.steering() != null) {
            text("SteeringType", letter.steering());
        }
        if (letter.answers() != null) {
            reference(letter.answers());
        }
        close();
    }

    private void state(Edxml.State state) throws XMLStreamException {
        open("Status");
        reference(state.answers());
        organ("From", state.from());
        text("StatusCode", state.status().code());
        text("Description", state.description());
        close();
    }

    private void reference(Edxml.Reference answers) throws XMLStreamException {
        open("ResponseFor");
        text("OrganId", answers.organ());
        code(answers.code());
        text("DocumentId", answers.documentId());
        close();
    }

    private void organ(String name, Edxml.Organ organ) throws XMLStreamException {
        open(name);
        text("OrganId", organ.id());
        text("OrganName", organ.name());
        close();
    }

    private void code(Edxml.Code code) throws XMLStreamException {
        open("Code");
        text("CodeNumber", code.number());
        text("CodeNotation", code.notation());
        close();
    }

    private void text(String name, String value) throws XMLStreamException {
        open(name);
        xml.writeCharacters(value);
        close();
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement(Edxml.NAMESPACE, name);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
