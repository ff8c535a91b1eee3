package vn.bamcoso.identity.signin;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of the roles; they change with a version of the program only, so they are read once. */
@Component
public class RoleNames {
    private record Names(String code, String nameVi, String nameEn) {}

    private final Map<String, Names> byCode;

    RoleNames(JdbcClient jdbc) {
        byCode = jdbc.sql("select code, name_vi, name_en from identity.role").query(Names.class).list().stream()
                .collect(Collectors.toMap(Names::code, names -> names));
    }

    public String name(String code, String language) {
        Names names = byCode.get(code);
        return "en".equals(language) ? names.nameEn() : names.nameVi();
    }
}
