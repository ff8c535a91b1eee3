package vn.bamcoso.figures.catalogue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of the fields of work, in their order. */
@Component
class Fields {
    private final JdbcClient jdbc;

    Fields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Short, String> names(Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        Map<Short, String> names = new LinkedHashMap<>();
        jdbc.sql("select id, name_vi, name_en from access.field order by id").query(row -> {
            names.put(row.getShort("id"), row.getString(english ? "name_en" : "name_vi"));
        });
        return names;
    }

    /** The same by code. */
    Map<String, String> codes(Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select code, name_vi, name_en from access.field order by id").query(row -> {
            names.put(row.getString("code"), row.getString(english ? "name_en" : "name_vi"));
        });
        return names;
    }
}
