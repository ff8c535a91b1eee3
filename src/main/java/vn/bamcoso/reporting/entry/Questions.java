package vn.bamcoso.reporting.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Form;

/**
 * What a form asks in words, beside its figures: difficulties and proposals of every form, and what its version asks besides.
 * An answer is kept like the remark of a cell, under a key of its own, and frozen with the report.
 */
@Component
public class Questions {
    /** The key of every answer begins with it; no indicator's code can. */
    public static final String PREFIX = "words:";
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Map<Integer, List<Question>> known = new ConcurrentHashMap<>();

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param required a report without an answer does not go up */
    public record Question(String key, String vi, String en, boolean required) {
        public String asked(Texts texts) {
            return texts == Texts.en() ? en : vi;
        }
    }

    /** In the order in which they are asked. */
    public List<Question> of(Form.Version version) {
        return known.computeIfAbsent(version.id(), this::read);
    }

    private List<Question> read(int version) {
        List<Question> questions = new ArrayList<>(jdbc.sql("select code, text_vi, text_en, required from reporting.form_question where form_version_id = :id order by position")
                .param("id", version)
                .query((row, n) -> new Question(PREFIX + row.getString("code"), row.getString("text_vi"), row.getString("text_en"), row.getBoolean("required")))
                .list());
        for (String standard : List.of("difficulties", "proposals")) {
            questions.add(new Question(PREFIX + standard, Texts.vi().get("reporting.words." + standard), Texts.en().get("reporting.words." + standard), false));
        }
        return List.copyOf(questions);
    }

    public static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    static @Nullable String checked(@Nullable String answer) {
        if (answer != null && answer.length() > LONGEST) {
            throw Problem.refused("reporting.problem.words-long", LONGEST);
        }
        return answer;
    }
}
