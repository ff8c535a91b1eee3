package vn.bamcoso.documents.edge;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/**
 * The text in the XML of an office file: paragraphs, rows of tables, and the boxes drawn into them, in which secrecy marks usually
 * stand. Elements are told by their local names, which Word (w:p, w:t) and drawings (a:p, a:t) share.
 */
final class WordText {

    interface Reader {
        void paragraph(String text);

        /** A row of the n-th table of the part; tables within tables come first. */
        void row(int table, int row, List<String> cells);

        void box(String text);
    }

    private static final XMLInputFactory XML = new InputFactoryImpl();
    private static final Set<String> PARAGRAPHS = Set.of("p", "comment", "si");
    private static final Set<String> TEXTS = Set.of("t", "delText");

    private static final class Table {
        final int number;
        int row;
        @Nullable List<String> cells;
        @Nullable StringBuilder cell;

        Table(int number) {
            this.number = number;
        }
    }

    private final Reader reader;
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private int tableCount;
    private int boxes;

    private WordText(Reader reader) {
        this.reader = reader;
    }

    /** @throws Problem when the XML is damaged */
    static void read(InputStream part, Reader reader) {
        try (part) {
            new WordText(reader).walk(XML.createXMLStreamReader(part));
        } catch (XMLStreamException | IOException damaged) {
            throw Problem.refused("documents.problem.file.damaged");
        }
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        boolean text = false;
        int fallback = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    // A drawn box is written twice, for old programs too.
                    if (name.equals("Fallback")) fallback++;
                    if (fallback > 0) continue;
                    start(name);
                    text = TEXTS.contains(name);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (fallback == 0) end(name);
                    if (name.equals("Fallback")) fallback--;
                    text = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text && !paragraphs.isEmpty()) paragraphs.peek().append(xml.getText());
                }
                default -> { }
            }
        }
    }

    private void start(String name) {
        switch (name) {
            case "tbl" -> tables.push(new Table(++tableCount));
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.peek().row++;
                    tables.peek().cells = new ArrayList<>();
                }
            }
            case "tc" -> {
                if (!tables.isEmpty()) tables.peek().cell = new StringBuilder();
            }
            case "txbxContent", "txBody" -> boxes++;
            case "tab" -> append("\t");
            case "br", "cr" -> append("\n");
            default -> { }
        }
        if (PARAGRAPHS.contains(name)) paragraphs.push(new StringBuilder());
    }

    private void append(String mark) {
        if (!paragraphs.isEmpty()) paragraphs.peek().append(mark);
    }

    private void end(String name) {
        switch (name) {
            case "tbl" -> tables.pop();
            case "tr" -> {
                if (!tables.isEmpty()) {
                    Table table = tables.peek();
                    reader.row(table.number, table.row, List.copyOf(Objects.requireNonNullElse(table.cells, List.of())));
                }
            }
            case "tc" -> {
                if (!tables.isEmpty()) {
                    Table table = tables.peek();
                    if (table.cells != null && table.cell != null) table.cells.add(table.cell.toString().strip());
                    table.cell = null;
                }
            }
            case "txbxContent", "txBody" -> boxes--;
            default -> { }
        }
        if (PARAGRAPHS.contains(name) && !paragraphs.isEmpty()) paragraph(paragraphs.pop().toString());
    }

    private void paragraph(String text) {
        if (text.isBlank()) return;
        if (boxes > 0) {
            reader.box(text);
            return;
        }
        StringBuilder cell = tables.isEmpty() ? null : tables.peek().cell;
        if (cell == null) reader.paragraph(text);
        else cell.append(cell.isEmpty() ? "" : "\n").append(text);
    }
}
