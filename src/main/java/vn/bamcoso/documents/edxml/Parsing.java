package vn.bamcoso.documents.edxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/** XML into elements, without DTD, entities, processing instructions or foreign namespaces, and within fixed bounds. */
final class Parsing {
    static final int MOST_BYTES = 1_000_000;
    static final int DEEPEST = 12;
    static final int MOST_ELEMENTS = 2000;
    static final int LONGEST_TEXT = 4000;

    private int elements;

    static Element root(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) {
            throw Problem.refused("documents.edxml.empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw Problem.refused("documents.edxml.too-large", MOST_BYTES / 1000);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException other) {
            throw Problem.refused("documents.edxml.not-utf8");
        }
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            return new Parsing().read(reader);
        } catch (XMLStreamException broken) {
            throw Problem.refused("documents.edxml.not-xml", broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber());
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Element read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = start(reader, open);
                    root = root == null ? element : root;
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> end(open.pop());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader, open.peek());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Problem.refused("documents.edxml.doctype", line);
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw Problem.refused("documents.edxml.instruction", line);
                default -> {
                    // comments and white space say nothing
                }
            }
        }
        if (root == null) {
            throw Problem.refused("documents.edxml.empty");
        }
        return root;
    }

    private Element start(XMLStreamReader reader, Deque<Element> open) {
        int line = reader.getLocation().getLineNumber();
        if (!Edxml.NAMESPACE.equals(reader.getNamespaceURI())) {
            throw Problem.refused("documents.edxml.namespace", reader.getLocalName(), line, Edxml.NAMESPACE);
        }
        if (++elements > MOST_ELEMENTS) {
            throw Problem.refused("documents.edxml.too-many", MOST_ELEMENTS);
        }
        if (open.size() >= DEEPEST) {
            throw Problem.refused("documents.edxml.too-deep", line, DEEPEST);
        }
        Element element = new Element(reader.getLocalName(), line);
        if (!open.isEmpty()) {
            open.peek().children.add(element);
        }
        return element;
    }

    private static void text(XMLStreamReader reader, @Nullable Element in) {
        if (in != null) {
            in.text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (in.text.length() > LONGEST_TEXT) {
                throw Problem.refused("documents.edxml.too-long", in.name, in.line, LONGEST_TEXT);
            }
        }
    }

    private static void end(Element element) {
        if (!element.children.isEmpty() && !element.text.toString().isBlank()) {
            throw Problem.refused("documents.edxml.not-text", element.name, element.line);
        }
    }
}
