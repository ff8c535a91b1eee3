package vn.bamcoso.audit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One property of a subject before and after the act; null on a side where it did not stand. */
public record Change(String name, @Nullable String before, @Nullable String after) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean differs() {
        return !Objects.equals(before, after);
    }

    /** The properties of both sides by name; a content that is no object is one property without a name. */
    static List<Change> between(@Nullable String before, @Nullable String after) {
        var was = flat(before);
        var is = flat(after);
        var names = new ArrayList<>(was.keySet());
        is.keySet().stream().filter(name -> !was.containsKey(name)).forEach(names::add);
        return names.stream().map(name -> new Change(name, was.get(name), is.get(name))).toList();
    }

    private static TreeMap<String, String> flat(@Nullable String json) {
        var values = new TreeMap<String, String>();
        if (json != null) {
            add(values, "", JSON.readTree(json));
        }
        return values;
    }

    private static void add(TreeMap<String, String> values, String name, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> add(values, name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue()));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                add(values, name + "[" + (i + 1) + "]", node.get(i));
            }
        } else {
            values.put(name, node.isString() ? node.stringValue() : node.toString());
        }
    }
}
