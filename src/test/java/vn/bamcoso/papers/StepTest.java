package vn.bamcoso.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

class StepTest {
    private static final Path PAGE = Path.of("docs/life-of-a-document.md");

    @Test
    void theDiagramInTheDocsIsTheLifeOfADocument() throws IOException {
        var lines = new ArrayList<String>(List.of("stateDiagram-v2", "    [*] --> DRAFTED"));
        for (Step step : Step.values()) {
            step.next().forEach(next -> lines.add("    " + step + " --> " + next));
            lines.add("    " + step + " : " + Texts.vi().get(step.label()) + " / " + Texts.en().get(step.label()));
        }
        lines.add("    ISSUED --> [*]");
        String diagram = "```mermaid\n" + String.join("\n", lines) + "\n```";
        assertThat(Files.readString(PAGE)).contains(diagram);
    }

    @Test
    void everyStepSaysWhatItIsAndWhatItMeansInBothLanguages() {
        for (Step step : Step.values()) {
            for (String key : List.of(step.label(), step.meaning(), step.command())) {
                assertThat(Texts.vi().get(key)).isNotBlank();
                assertThat(Texts.en().get(key)).isNotBlank();
            }
        }
    }

    @Test
    void nothingFollowsTheIssueAndEveryStepLeadsToIt() {
        assertThat(Step.ISSUED.next()).isEmpty();
        for (Step step : Step.values()) {
            var reached = new ArrayList<>(List.of(step));
            for (int i = 0; i < reached.size(); i++) {
                reached.get(i).next().stream().filter(next -> !reached.contains(next)).forEach(reached::add);
            }
            assertThat(reached).contains(Step.ISSUED);
        }
    }
}
