package vn.bamcoso.documents.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/**
 * A first look at the XML of an .xlsx: which sheets there are, which is the first to be seen, its merged cells; and whether any
 * row or column lies beyond the limits, which would let a few bytes ask for gigabytes.
 *
 * @param margins the heads and feet of the printed pages, of all sheets, with Excel's marks for fonts and places
 */
record XlsxLook(int sheets, int firstVisible, List<Merge> mergesOfFirstVisible, List<String> margins) {

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private static final Set<String> MARGINS = Set.of("oddHeader", "oddFooter", "firstHeader", "firstFooter", "evenHeader", "evenFooter");

    private interface Part {
        void element(String name, XMLStreamReader xml) throws XMLStreamException;
    }

    static XlsxLook at(byte[] content, TableLimits limits) {
        List<String> ids = new ArrayList<>();
        List<Boolean> visible = new ArrayList<>();
        Map<String, String> targets = new HashMap<>();
        Map<String, List<Merge>> merges = new HashMap<>();
        List<String> margins = new ArrayList<>();
        try (OfficeZip zip = OfficeZip.open(content, limits.unpacked())) {
            for (String name : zip.parts()) {
                if (name.equals("xl/workbook.xml")) {
                    read(zip.read(name), (element, xml) -> {
                        if (!element.equals("sheet")) return;
                        ids.add(Objects.requireNonNullElse(attribute(xml, "id"), ""));
                        String state = attribute(xml, "state");
                        visible.add(state == null || state.equals("visible"));
                    });
                } else if (name.equals("xl/_rels/workbook.xml.rels")) {
                    read(zip.read(name), (element, xml) -> {
                        if (element.equals("Relationship")) targets.put(Objects.requireNonNullElse(attribute(xml, "Id"), ""), Objects.requireNonNullElse(attribute(xml, "Target"), ""));
                    });
                } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                    List<Merge> found = new ArrayList<>();
                    int[] rows = {0};
                    read(zip.read(name), (element, xml) -> {
                        if (element.equals("row") && ++rows[0] > limits.rows()) throw Problem.refused("documents.problem.file.too-many-rows", limits.rows());
                        if (MARGINS.contains(element)) margins.add(xml.getElementText());
                        else sheetElement(element, xml, limits, found);
                    });
                    merges.put(name, List.copyOf(found));
                }
            }
        } catch (IOException | XMLStreamException | NumberFormatException damaged) {
            throw Problem.refused("documents.problem.file.damaged");
        }
        if (ids.isEmpty()) throw Problem.refused("documents.problem.file.no-table");
        int first = Math.max(visible.indexOf(true), 0);
        String target = targets.getOrDefault(ids.get(first), "");
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return new XlsxLook(ids.size(), first, merges.getOrDefault(part, List.of()), List.copyOf(margins));
    }

    private static void sheetElement(String element, XMLStreamReader xml, TableLimits limits, List<Merge> merges) {
        switch (element) {
            case "row" -> {
                String row = attribute(xml, "r");
                if (row != null && Long.parseLong(row) > limits.rows()) throw Problem.refused("documents.problem.file.too-many-rows", limits.rows());
            }
            case "c" -> {
                String reference = attribute(xml, "r");
                if (reference == null) return;
                int column = Address.column(reference);
                if (column == 0 || column > limits.columns()) throw Problem.refused("documents.problem.file.too-many-columns", limits.columns());
            }
            case "mergeCell" -> merges.add(merge(Objects.requireNonNullElse(attribute(xml, "ref"), "A1")));
            default -> { }
        }
    }

    private static Merge merge(String reference) {
        String[] ends = reference.split(":");
        String last = ends[ends.length - 1];
        return new Merge(row(ends[0]), Address.column(ends[0]), row(last), Address.column(last));
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("[A-Z]+", ""));
    }

    private static void read(InputStream in, Part part) throws XMLStreamException, IOException {
        try (in) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) part.element(xml.getLocalName(), xml);
            }
        }
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        }
        return null;
    }
}
