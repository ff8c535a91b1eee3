package vn.bamcoso.reporting.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.form.FormFile;

/**
 * The version that a draft becomes. What the table cannot say (labels and hints of single lines, English headings and sentences)
 * is taken over from the version before, as far as the line, the heading or the check still stands.
 */
final class VersionOfDraft {
    private static final LocalDate DISTRICTS_END = LocalDate.of(2025, 3, 1);

    private final Draft draft;
    private final LineTable.Read read;
    private final Form.@Nullable Version before;

    VersionOfDraft(Draft draft, LineTable.Read read, Form.@Nullable Version before) {
        this.draft = draft;
        this.read = read;
        this.before = before;
    }

    FormFile.Version file(short number, List<FormFile.Question> questions) {
        return new FormFile.Version(number, draft.firstEnd(), null, draft.rule(), draft.kinds(), chain(), groups(), checks(), questions.isEmpty() ? null : questions);
    }

    private List<FormFile.Group> groups() {
        Map<String, String> english = new HashMap<>();
        Map<String, Form.Line> kept = new HashMap<>();
        if (before != null) {
            before.lines().forEach(line -> {
                english.putIfAbsent(line.groupVi(), line.groupEn());
                kept.put(line.indicator(), line);
            });
        }
        List<FormFile.Group> groups = new ArrayList<>();
        for (LineTable.Line line : read.lines()) {
            Form.Line whole = kept.get(line.code());
            add(groups, line.group(), english, line(line.code(), line.asked(), null, whole));
            for (LineTable.Part part : line.asked() ? line.parts() : List.<LineTable.Part>of()) {
                Form.Line of = kept.get(part.code());
                // Parts that stood under a heading of their own stay there.
                String heading = of == null || whole == null || of.groupVi().equals(whole.groupVi()) ? line.group() : of.groupVi();
                add(groups, heading, english, line(part.code(), true, new FormFile.Words(
                        Texts.vi().get("reporting.draft.of-these", part.nameVi().toLowerCase(Locale.ROOT)), Texts.en().get("reporting.draft.of-these", part.nameEn().toLowerCase(Locale.ROOT))), of));
            }
        }
        return groups;
    }

    private static void add(List<FormFile.Group> groups, String heading, Map<String, String> english, FormFile.Line line) {
        if (groups.isEmpty() || !groups.getLast().name().vi().equals(heading)) {
            groups.add(new FormFile.Group(new FormFile.Words(heading, english.getOrDefault(heading, heading)), new ArrayList<>()));
        }
        groups.getLast().lines().add(line);
    }

    private static FormFile.Line line(String code, boolean asked, FormFile.@Nullable Words label, Form.@Nullable Line kept) {
        return new FormFile.Line(code, asked, kept == null ? label : words(kept.labelVi(), kept.labelEn()), kept == null ? null : words(kept.hintVi(), kept.hintEn()));
    }

    private static FormFile.@Nullable Words words(@Nullable String vi, @Nullable String en) {
        return vi == null || en == null ? null : new FormFile.Words(vi, en);
    }

    private List<FormFile.Check> checks() {
        return read.checks().stream().map(check -> new FormFile.Check(check.part(), check.relation(), check.whole(), check.hard(), sentence(check))).toList();
    }

    /** The sentence that somebody wrote, or the one that stood at the same check before, or the one made of the names. */
    private FormFile.Words sentence(Checks.Ready check) {
        return before == null ? new FormFile.Words(check.sentenceVi(), check.sentenceEn()) : before.checks().stream()
                .filter(one -> one.part().equals(check.part()) && one.whole().equals(check.whole()) && one.relation().equals(check.relation()))
                .filter(one -> !check.own() || one.sentenceVi().equals(check.sentenceVi()))
                .findFirst()
                .map(one -> new FormFile.Words(one.sentenceVi(), one.sentenceEn()))
                .orElse(new FormFile.Words(check.sentenceVi(), check.sentenceEn()));
    }

    private List<FormFile.Step> chain() {
        String deadline = said(draft.deadline());
        String approval = said(draft.approval());
        if (!draft.level().equals("commune")) {
            return List.of(step(draft.level().equals("province") ? "provincial" : "department", "send", deadline, null), step("ministry", "approve", approval, null));
        }
        boolean ministry = draft.approver().equals("ministry");
        List<FormFile.Step> steps = new ArrayList<>();
        steps.add(step("commune", "send", deadline, null));
        boolean district = before == null || before.chain().steps().stream().anyMatch(step -> step.officeKind().equals("district"));
        if (district && draft.firstEnd() != null && draft.firstEnd().isBefore(DISTRICTS_END)) {
            steps.add(step("district", "forward", said(draft.forwarding()), DISTRICTS_END));
        }
        steps.add(step("provincial", ministry ? "forward" : "approve", approval, null));
        steps.add(step("ministry", ministry ? "approve" : "receive", said(draft.receiving()), null));
        return steps;
    }

    private static FormFile.Step step(String office, String act, @Nullable String deadline, @Nullable LocalDate until) {
        return new FormFile.Step(office, act, deadline, null, until);
    }

    private static @Nullable String said(String deadline) {
        return deadline.isBlank() ? null : deadline.strip();
    }
}
