package vn.bamcoso.documents.edxml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/** One element as read: its own text, its children, and which of them somebody has asked for. */
final class Element {
    final String name;
    final int line;
    final StringBuilder text = new StringBuilder();
    final List<Element> children = new ArrayList<>();
    private boolean asked;

    Element(String name, int line) {
        this.name = name;
        this.line = line;
    }

    List<Element> all(String child) {
        var found = children.stream().filter(one -> one.name.equals(child)).toList();
        found.forEach(one -> one.asked = true);
        return found;
    }

    @Nullable Element find(String child) {
        var found = all(child);
        if (found.size() > 1) {
            throw Problem.refused("documents.edxml.twice", child, found.get(1).line);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    Element require(String child) {
        Element found = find(child);
        if (found == null) {
            throw Problem.refused("documents.edxml.missing", child, name, line);
        }
        return found;
    }

    /** The text of a child that must be there and not be empty. */
    String text(String child) {
        Element found = require(child);
        String value = found.value();
        if (value.isEmpty()) {
            throw Problem.refused("documents.edxml.empty-field", child, found.line);
        }
        return value;
    }

    String textOrEmpty(String child) {
        Element found = find(child);
        return found == null ? "" : found.value();
    }

    String value() {
        if (!children.isEmpty()) {
            throw Problem.refused("documents.edxml.not-text", name, line);
        }
        return text.toString().strip();
    }

    /** Elements that nobody asked for; not what lies inside them. */
    void unknown(List<EdxmlReader.Unknown> into) {
        for (Element child : children) {
            if (child.asked) {
                child.unknown(into);
            } else {
                into.add(new EdxmlReader.Unknown(child.name, child.line));
            }
        }
    }
}
