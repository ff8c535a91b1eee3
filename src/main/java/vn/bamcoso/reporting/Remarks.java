package vn.bamcoso.reporting;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remarks by indicator, as the database keeps them. */
public final class Remarks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> SHAPE = new TypeReference<>() {};

    private Remarks() {}

    public static Map<String, String> read(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, SHAPE);
    }

    /** Null when there are none. */
    public static @Nullable String write(Map<String, String> remarks) {
        return remarks.isEmpty() ? null : JSON.writeValueAsString(new TreeMap<>(remarks));
    }
}
