package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.form.FormLoading;

@InTheHouse
class FormsTest {
    @Autowired Forms forms;
    @Autowired FormLoading loading;
    @Autowired TransactionTemplate transaction;

    @Test
    void elevenFormsAreThereOfWhichThreeAreAskedEverywhereAndLoadingThemAgainChangesNothing() {
        assertThat(forms.all().stream().filter(form -> form.ownerId() == null)).extracting(Form::code).startsWith("ket-qua-cong-tac", "thu-nhan-cccd", "so-lieu-so-ket", "xu-phat-vi-pham-hanh-chinh",
                "ho-so-bien-phap-xu-ly-hanh-chinh", "cu-tru-nguoi-nuoc-ngoai", "ra-soat-du-lieu-dan-cu", "bao-ve-su-kien", "ky-luat-giao-duc-chinh-tri", "che-do-chinh-sach", "phong-chong-dich-hang-ngay");
        assertThat(forms.all().stream().limit(11).filter(Form::everywhere)).hasSize(3);
        List<Integer> before = forms.all().stream().limit(11).map(form -> forms.versionOn(form, LocalDate.of(2026, 11, 21)).orElseThrow().id()).toList();
        CurrentUser.SYSTEM.run(() -> loading.prepare(line -> {}));
        assertThat(forms.all().stream().limit(11).map(form -> forms.versionOn(form, LocalDate.of(2026, 11, 21)).orElseThrow().id()).toList()).isEqualTo(before);
    }

    @Test
    void theQuarterlyFormAsksTwelveFiguresInOrderAndShowsWhatIsKnown() {
        Form.Version version = forms.versionOn(forms.require("ket-qua-cong-tac"), LocalDate.of(2026, 12, 14)).orElseThrow();
        assertThat(version.asked()).extracting(Form.Line::indicator).containsExactly(
                "security_reports", "crime_tips", "cases_resolved", "cases_cleared", "subjects_cleared", "administrative_penalties",
                "communication_conferences", "communication_attendances", "models_community", "models_agency",
                "collective_commendations", "individual_commendations");
        assertThat(version.lines().getLast().indicator()).isEqualTo("officers_posted");
        assertThat(version.lines().getLast().asked()).isFalse();
    }

    @Test
    void eachFormTakesItsOwnPeriodsOnly() {
        Form quarterly = forms.require("ket-qua-cong-tac");
        Form cards = forms.require("thu-nhan-cccd");
        Form review = forms.require("so-lieu-so-ket");
        assertThat(forms.versionFor(quarterly, Period.parse("2026-Q4"))).isPresent();
        assertThat(forms.versionFor(quarterly, Period.parse("2026-Q4c"))).as("calendar quarter").isEmpty();
        assertThat(forms.versionFor(quarterly, Period.parse("2026-11"))).isEmpty();
        assertThat(forms.versionFor(quarterly, Period.parse("2017-Q3"))).as("before the form").isEmpty();
        assertThat(forms.versionFor(cards, Period.parse("@2021-05-14"))).isPresent();
        assertThat(forms.versionFor(cards, Period.parse("..2021-05-14"))).isEmpty();
        assertThat(forms.versionFor(review, Period.parse("@2021-04-23"))).isPresent();
        assertThat(forms.versionFor(review, Period.parse("..2021-05-31"))).isPresent();
        assertThatThrownBy(() -> forms.requireVersion(quarterly, Period.parse("@2021-04-23"))).isInstanceOf(Problem.class);
    }
}
