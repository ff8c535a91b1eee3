package vn.bamcoso.reporting.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Questions;
import vn.bamcoso.reporting.form.FormFile;

/** The next version of a form begins as the one before: lines, labels, checks, questions and the way up; who changes one thing loses nothing else. */
@InTheHouse
class NextVersionTest {
    @Autowired Forms forms;
    @Autowired FormAsTable asTable;
    @Autowired Releasing releasing;
    @Autowired Drafts drafts;
    @Autowired Questions questions;

    @Test
    void everyFormThatShipsIsTheSameWhenItsNextVersionChangesNothing() {
        List<Form> shipped = forms.all().stream().filter(form -> form.code().matches("bao-ve-su-kien|che-do-chinh-sach|cu-tru-nguoi-nuoc-ngoai|ho-so-bien-phap-xu-ly-hanh-chinh|ket-qua-cong-tac|"
                + "ky-luat-giao-duc-chinh-tri|phong-chong-dich-hang-ngay|ra-soat-du-lieu-dan-cu|so-lieu-so-ket|thu-nhan-cccd|xu-phat-vi-pham-hanh-chinh")).toList();
        assertThat(shipped).hasSize(11);
        for (Form form : shipped) {
            Form.Version version = forms.versionsOf(form).getLast();
            Draft draft = starting(asTable.of(form), version.firstEnd());
            LineTable.Read read = releasing.read(new Draft.Kept(0, null, null, null, draft, 0, null, false, Instant.EPOCH, ""), Texts.vi());
            assertThat(read.faults()).as(form.code()).isEmpty();
            FormFile.Version next = new VersionOfDraft(draft, read, version).file((short) 2, List.of());
            assertThat(next.groups().stream().flatMap(group -> group.lines().stream().map(line -> List.of(group.name(), line))).map(Object::toString).toList()).as(form.code())
                    .isEqualTo(version.lines().stream().map(NextVersionTest::line).toList());
            assertThat(next.checks().stream().map(check -> List.of(check.part(), check.relation(), check.whole(), check.hard(), check.sentence().vi(), check.sentence().en()).toString())).as(form.code())
                    .containsAll(version.checks().stream().map(check -> List.of(check.part(), check.relation(), check.whole(), check.hard(), check.sentenceVi(), check.sentenceEn()).toString()).toList());
            assertThat(next.chain().stream().map(step -> step.office() + " " + step.act() + " " + step.deadline())).as(form.code())
                    .isEqualTo(version.chain().steps().stream().map(step -> step.officeKind() + " " + step.act() + " " + (step.deadline() == null ? null : step.deadline().code())).toList());
        }
    }

    @Test
    void theNextVersionAsksTheSameQuestionsUnderTheSameCodesAndOldReportsKeepTheirs() {
        int first = begun(null, draft("Biểu hỏi bằng lời", LocalDate.of(2026, 12, 14), "Nguyên nhân tăng, giảm | Why it rose or fell | bắt buộc\nViệc nổi bật"));
        String code = CurrentUser.SYSTEM.call(() -> releasing.release(first, 1, Texts.vi()));
        Form.Version one = forms.versionsOf(forms.require(code)).getFirst();
        assertThat(questions.of(one)).extracting(Questions.Question::key).containsExactly("words:nguyen_nhan_tang_giam", "words:viec_noi_bat", "words:difficulties", "words:proposals");

        int second = CurrentUser.SYSTEM.call(() -> drafts.begin(code));
        Draft carried = CurrentUser.SYSTEM.call(() -> drafts.get(second)).draft();
        assertThat(carried.questions()).isEqualTo("Nguyên nhân tăng, giảm | Why it rose or fell | bắt buộc\nViệc nổi bật");
        Draft changed = starting(carried, LocalDate.of(2027, 3, 14));
        CurrentUser.SYSTEM.run(() -> {
            drafts.save(second, 0, new Draft(changed.nameVi(), changed.nameEn(), changed.aboutVi(), changed.aboutEn(), changed.field(), changed.level(), changed.rule(), changed.kinds(), changed.approver(),
                    changed.deadline(), changed.forwarding(), changed.approval(), changed.receiving(), changed.firstEnd(), true, "Công văn hai", changed.table(), "Việc mới\n" + changed.questions()));
            releasing.release(second, 1, Texts.vi());
        });
        Form form = forms.require(code);
        assertThat(questions.of(forms.versionOn(form, LocalDate.of(2027, 3, 14)).orElseThrow())).extracting(Questions.Question::key)
                .containsExactly("words:viec_moi", "words:nguyen_nhan_tang_giam", "words:viec_noi_bat", "words:difficulties", "words:proposals");
        assertThat(questions.of(forms.versionOn(form, LocalDate.of(2026, 12, 14)).orElseThrow())).as("reports made before keep theirs").hasSize(4).first()
                .satisfies(question -> assertThat(question.required()).isTrue());
    }

    @Test
    void aQuestionThatCannotBeReadIsSaidAndTheSameOneIsNotAskedTwice() {
        List<Fault> faults = new ArrayList<>();
        WordQuestions.read("Một câu | one | two | three\nCâu hai\nCâu hai", List.of(), faults);
        assertThat(faults).extracting(Fault::code).containsExactly("reporting.draft.fault.question", "reporting.draft.fault.question-twice");
    }

    @Test
    void aCheckMaySumLinesOnBothSidesAndNameAPartOrADimension() {
        Draft draft = new Draft("Biểu kiểm tra", "", "", "", "general", "commune", "official", List.of("quarter"), "provincial", "+2", "", "day25", "", LocalDate.of(2026, 12, 14), true, "Công văn", """
                Chung | penalty_decisions | | | Hình thức xử phạt, Lĩnh vực | = phân tổ Hình thức xử phạt; ? [1.1] + [2] ≤ [1]: Quá nhiều {0} so với {1}
                 | penalty_persons | | | sex |""".replace("Hình thức xử phạt", dimensionOf("penalty_decisions__fine")).replace("Lĩnh vực", dimensionOf("penalty_decisions__weapons")), "");
        LineTable.Read read = releasing.read(new Draft.Kept(0, null, null, null, draft, 0, null, false, Instant.EPOCH, ""), Texts.vi());
        assertThat(read.faults()).isEmpty();
        assertThat(read.checks()).extracting(check -> check.part() + " " + check.relation() + " " + check.whole()).containsExactly(
                "penalty_decisions = penalty_decisions__warning + penalty_decisions__fine + penalty_decisions__other_penalty",
                "penalty_decisions__warning + penalty_persons <= penalty_decisions",
                "penalty_decisions__public_order + penalty_decisions__social_evils + penalty_decisions__residence_offence + penalty_decisions__fire_safety + penalty_decisions__weapons + penalty_decisions__other_offence <= penalty_decisions",
                "penalty_persons__male + penalty_persons__female <= penalty_persons");
        Checks.Ready soft = read.checks().get(1);
        Map<String, BigDecimal> values = Map.of("penalty_decisions__warning", BigDecimal.valueOf(3), "penalty_persons", BigDecimal.valueOf(9), "penalty_decisions", BigDecimal.TEN);
        assertThat(new Form.Check((short) 1, soft.part(), soft.whole(), soft.sentenceVi(), soft.sentenceEn(), soft.relation(), soft.hard()).on(values::get).orElseThrow().sentence(Texts.vi(), String::valueOf))
                .isEqualTo("Quá nhiều 12 so với 10");
    }

    @Autowired vn.bamcoso.figures.Indicators indicators;

    private String dimensionOf(String part) {
        return indicators.require(part).part().dimension();
    }

    private int begun(String form, Draft draft) {
        return CurrentUser.SYSTEM.call(() -> {
            int id = drafts.begin(form);
            drafts.save(id, 0, draft);
            return id;
        });
    }

    private static Draft draft(String name, LocalDate first, String questions) {
        return new Draft(name, "", "", "", "general", "commune", "official", List.of("quarter"), "provincial", "+2", "", "day25", "", first, true, "Công văn một", "Tin | security_reports", questions);
    }

    private static Draft starting(Draft one, LocalDate first) {
        return new Draft(one.nameVi(), one.nameEn(), one.aboutVi(), one.aboutEn(), one.field(), one.level(), one.rule(), one.kinds(), one.approver(), one.deadline(), one.forwarding(), one.approval(),
                one.receiving(), first, one.everywhere(), "Công văn thử", one.table(), one.questions());
    }

    private static String line(Form.Line line) {
        return List.of(new FormFile.Words(line.groupVi(), line.groupEn()), new FormFile.Line(line.indicator(), line.asked(), words(line.labelVi(), line.labelEn()), words(line.hintVi(), line.hintEn()))).toString();
    }

    private static FormFile.Words words(String vi, String en) {
        return vi == null ? null : new FormFile.Words(vi, en);
    }
}
