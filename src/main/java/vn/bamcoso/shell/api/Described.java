package vn.bamcoso.shell.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API as a page shows it, read from its OpenAPI document: addresses under their tags, and the shapes of
 * what goes in and comes out. An address that only repeats another one with the ending {@code .json} is left out.
 */
public record Described(String version, String about, List<Group> groups, List<Shape> shapes) {
    public record Group(String name, String about, List<Call> calls) {}

    public record Call(String anchor, String method, String path, String summary, String about, List<Part> parameters, List<Body> bodies, List<Reply> replies) {}

    /** @param where {@code path}, {@code query}, {@code header}; of a field empty */
    public record Part(String name, String where, Kind kind, boolean required, String standard, String about) {}

    public record Body(String type, Kind kind, String example) {}

    public record Reply(String code, String about, List<Body> bodies) {}

    public record Shape(String name, List<Part> fields) {}

    /** @param shape the name of a shape that stands on the page; null for plain values */
    public record Kind(String words, @Nullable String shape) {}

    /** A first question, as one types it. */
    public String request(String server) {
        return "curl -H \"Authorization: Bearer $TOKEN\" \"" + server + "/api/places?on=2025-07-01&q=dong+van\"";
    }

    static Described of(JsonNode document) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode tag : document.path("tags")) {
            String name = text(tag, "name");
            groups.merge(name, new Group(name, text(tag, "description"), new ArrayList<>()), (first, second) -> new Group(name, first.about() + ". " + second.about(), first.calls()));
        }
        JsonNode paths = document.path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            boolean twin = path.getKey().endsWith(".json") && paths.has(path.getKey().substring(0, path.getKey().length() - ".json".length()));
            for (Map.Entry<String, JsonNode> method : twin ? Map.<String, JsonNode>of().entrySet() : path.getValue().properties()) {
                String tag = method.getValue().path("tags").path(0).asString("");
                groups.computeIfAbsent(tag, name -> new Group(name, "", new ArrayList<>())).calls().add(call(path.getKey(), method.getKey(), method.getValue()));
            }
        }
        List<Shape> shapes = new ArrayList<>();
        document.path("components").path("schemas").properties().forEach(schema -> shapes.add(new Shape(schema.getKey(), fields(schema.getValue()))));
        return new Described(text(document.path("info"), "version"), text(document.path("info"), "description"), groups.values().stream().filter(group -> !group.calls().isEmpty()).toList(), shapes);
    }

    private static Call call(String path, String method, JsonNode call) {
        List<Part> parameters = new ArrayList<>();
        for (JsonNode one : call.path("parameters")) {
            JsonNode schema = one.path("schema");
            parameters.add(new Part(text(one, "name"), text(one, "in"), kind(schema), one.path("required").asBoolean(false), text(schema, "default"), text(one, "description")));
        }
        List<Reply> replies = new ArrayList<>();
        call.path("responses").properties().forEach(reply -> replies.add(new Reply(reply.getKey(), text(reply.getValue(), "description"), bodies(reply.getValue()))));
        return new Call(method + path.replaceAll("[^A-Za-z0-9]+", "-"), method.toUpperCase(Locale.ROOT), path, text(call, "summary"), text(call, "description"), parameters, bodies(call.path("requestBody")), replies);
    }

    private static List<Body> bodies(JsonNode holder) {
        List<Body> bodies = new ArrayList<>();
        holder.path("content").properties().forEach(content -> {
            JsonNode example = content.getValue().path("example");
            bodies.add(new Body(content.getKey(), kind(content.getValue().path("schema")), example.isMissingNode() ? "" : example.isString() ? example.asString() : example.toPrettyString()));
        });
        return bodies;
    }

    private static List<Part> fields(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        List<Part> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(field ->
                fields.add(new Part(field.getKey(), "", kind(field.getValue()), required.contains(field.getKey()), text(field.getValue(), "default"), text(field.getValue(), "description"))));
        return fields;
    }

    private static Kind kind(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString();
            String shape = name.substring(name.lastIndexOf('/') + 1);
            return new Kind(shape, shape);
        }
        if (schema.path("type").asString("").equals("array")) {
            Kind one = kind(schema.path("items"));
            return new Kind(one.words() + "[]", one.shape());
        }
        // a file is taken as it comes, which the document calls a string of bytes
        String format = text(schema, "format");
        String type = text(schema, "type");
        return new Kind(format.isEmpty() || format.equals("byte") || format.startsWith("int") ? type : format, null);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
