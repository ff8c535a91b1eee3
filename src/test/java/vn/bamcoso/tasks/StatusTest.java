package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

class StatusTest {
    private static final Path DIAGRAM = Path.of("docs", "task-states.md");

    @Test
    void theDiagramInTheDocsShowsExactlyTheStepsThatThereAre() throws IOException {
        var drawn = new StringBuilder("# The states of a share in a task\n\nPrinted from `tasks.Status` by its test; change the enum, not this file. Whether a share is in time is not a state: the books tell it for any day.\n\n```mermaid\nstateDiagram-v2\n    [*] --> assigned\n");
        for (Status from : Status.values()) {
            drawn.append("    %s : %s (%s)\n".formatted(from.code(), from.label(Texts.en()), from.label(Texts.vi())));
        }
        for (Status from : Status.values()) {
            Arrays.stream(Status.values()).filter(from::leadsTo).forEach(to -> drawn.append("    %s --> %s\n".formatted(from.code(), to.code())));
        }
        drawn.append("```\n\n| state | meaning |\n|---|---|\n");
        for (Status status : Status.values()) {
            drawn.append("| %s | %s |\n".formatted(status.code(), status.meaning(Texts.en())));
        }
        String before = Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "";
        Files.writeString(DIAGRAM, drawn);
        assertThat(before).as("docs/task-states.md was out of date; it has been written anew, commit it").isEqualTo(drawn.toString());
    }

    @Test
    void everyStateIsReachedFromTheFirstAndOnlyThreeAreEnds() {
        Set<Status> reached = new HashSet<>(Set.of(Status.ASSIGNED));
        for (int round = 0; round < Status.values().length; round++) {
            Set.copyOf(reached).forEach(status -> reached.addAll(status.next()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Status.values());
        assertThat(Arrays.stream(Status.values()).filter(status -> !status.open())).containsExactly(Status.DONE, Status.WITHDRAWN, Status.MERGED);
    }
}
