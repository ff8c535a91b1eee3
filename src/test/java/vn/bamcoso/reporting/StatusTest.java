package vn.bamcoso.reporting;

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
    private static final Path DIAGRAM = Path.of("docs", "reporting-states.md");

    @Test
    void theDiagramInTheDocsShowsExactlyTheStepsThatThereAre() throws IOException {
        var drawn = new StringBuilder("# The states of a report\n\nPrinted from `Status` by its test; change the enum, not this file.\n\n```mermaid\nstateDiagram-v2\n    [*] --> draft\n");
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
        Files.createDirectories(DIAGRAM.getParent());
        Files.writeString(DIAGRAM, drawn);
        assertThat(before).as("docs/reporting-states.md was out of date; it has been written anew, commit it").isEqualTo(drawn.toString());
    }

    @Test
    void everyStateCanBeReachedFromADraftAndALapsedReportResumesWhereItStoodButIsNeverSent() {
        Set<Status> reached = new HashSet<>(Set.of(Status.DRAFT));
        for (int round = 0; round < Status.values().length; round++) {
            Set.copyOf(reached).forEach(status -> reached.addAll(status.next()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Status.values());
        assertThat(Status.LAPSED.next()).containsExactlyInAnyOrder(Status.DRAFT, Status.PRESENTED, Status.RETURNED);
        assertThat(Status.LAPSED.open()).isFalse();
    }

    @Test
    void anApprovedReportChangesOnlyThroughACorrection() {
        assertThat(Status.APPROVED.next()).containsExactly(Status.CORRECTING);
        assertThat(Status.SUBMITTED.open()).isFalse();
        assertThat(Status.APPROVED.open()).isFalse();
    }
}
