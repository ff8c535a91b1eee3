package vn.bamcoso.reviews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;

/** The outlines that the house knows. */
@Component
class ReviewTemplates {
    private final List<Template> all;

    ReviewTemplates(JsonMapper json) {
        all = List.of(read(json, "so-ket-cong-an-xa"));
    }

    private static Template read(JsonMapper json, String code) {
        try (var in = new ClassPathResource("vn/bamcoso/reviews/" + code + ".json").getInputStream()) {
            return json.readValue(in, Template.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Template> all() {
        return all;
    }

    /** @throws Problem not found */
    Template get(String code) {
        return all.stream().filter(template -> template.code().equals(code)).findFirst().orElseThrow(Problem::notFound);
    }
}
