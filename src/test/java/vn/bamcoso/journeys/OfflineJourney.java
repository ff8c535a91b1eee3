package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.territory.Place;

/** A clerk whose line comes and goes, over TLS: takes due forms along, writes, and finds everything sent once when the line is back. */
@InTheHouse
class OfflineJourney extends OfflineDesk {
    @Test
    void whatIsWrittenWithoutALineIsEncryptedThereAndSentWhenTheLineIsBack() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("mat.mang", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            visitor.page.context().setOffline(true);
            visitor.page.navigate("/forms");
            ready(visitor);
            visitor.sees("Làm việc khi mất mạng", "Không có mạng").looksWell();
            writes(visitor, 0, "98765");
            assertThat((String) visitor.page.evaluate(ALL_THAT_IS_KEPT)).as("readable to nobody, the key neither").contains("extractable false").doesNotContain("98765", CELL, "Quý III/2026");
            assertThat(value(commune)).isEmpty();
            visitor.page.context().setOffline(false);
            eventually("sent", () -> value(commune), "98765 by " + clerk.login() + ", change 1");
        }
    }

    @Test
    void aLineCutWhileSendingLosesNothingAndDoublesNothing() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("dut.mang", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);

            // Cut before the cells have arrived.
            line.tearBefore("/live");
            writes(visitor, 0, "33");
            comesBack(visitor);
            says(visitor, "Không có mạng");
            assertThat(value(commune)).isEmpty();

            // Cut after they have arrived, before anybody hears of it; the clerk corrects meanwhile.
            line.mend();
            line.tearAfter("/live");
            comesBack(visitor);
            eventually("arrived, unheard", () -> value(commune), "33 by " + clerk.login() + ", change 1");
            says(visitor, "Không có mạng");
            writes(visitor, 0, VALUES[0]);
            line.mend();
            comesBack(visitor);
            eventually("the clerk's own earlier cell is no conflict", () -> value(commune), "34 by " + clerk.login() + ", change 2");

            // The presentation arrives, its answer does not.
            for (int i = 1; i < VALUES.length; i++) {
                writes(visitor, i, VALUES[i]);
            }
            line.tearAfter("/offline-presentation");
            form(visitor).getByText("Trình ký khi có mạng").click();
            eventually("presented, unheard", () -> state(commune), "presented, presented 1 times");
            says(visitor, "Sẽ tự trình ký khi có mạng");
            line.mend();
            comesBack(visitor);
            says(visitor, "đã gửi");
            assertThat(line.arrived("/offline-presentation")).isEqualTo(2);
            assertThat(state(commune)).as("the second has found it done").isEqualTo("presented, presented 1 times");
            assertThat(asked("select count(*) || ' cells, ' || sum(value) from reporting.draft_cell c join s on s.id = c.submission_id", commune)).isEqualTo("12 cells, 709");
        }
    }

    @Test
    void twoWindowsThatComeBackTogetherSendOnce() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("hai.cua.so", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            var second = visitor.page.context().newPage();
            second.navigate("/offline");
            second.waitForFunction("() => document.documentElement.dataset.ready === 'true'");
            line.tear();
            for (int i = 0; i < VALUES.length; i++) {
                writes(visitor, i, VALUES[i]);
            }
            form(visitor).getByText("Trình ký khi có mạng").click();
            says(visitor, "Sẽ tự trình ký khi có mạng");
            line.mend();
            second.evaluate("() => dispatchEvent(new Event('online'))");
            comesBack(visitor);
            eventually("once", () -> state(commune), "presented, presented 1 times");
            second.waitForFunction("() => !document.body.innerText.includes('Quý III/2026')");
            visitor.page.waitForFunction("() => !document.body.innerText.includes('Quý III/2026')");
            assertThat(value(commune)).isEqualTo("34 by " + clerk.login() + ", change 1");
            assertThat(state(commune)).isEqualTo("presented, presented 1 times");
        }
    }

    @Test
    void cellsThatSomebodyElseWroteMeanwhileAreShownWithBothValuesEachForItself() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("hai.nguoi.1", "commune_clerk", commune);
        var deputy = stage.person("hai.nguoi.2", "commune_deputy", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            line.tear();
            writes(visitor, 0, "34");
            writes(visitor, 1, "6");
            writes(visitor, 2, "21");
            String id = asked("select id from s", commune);
            var other = users.signIn(deputy);
            assertThat(other.send("POST", "/submissions/" + id + "/live", "{\"cells\": [{\"indicator\": \"security_reports\", \"value\": \"40\", \"seen\": 0}, {\"indicator\": \"crime_tips\", \"value\": \"8\", \"seen\": 0}]}",
                    "Content-Type", "application/json", "X-CSRF-TOKEN", other.csrf()).status()).isEqualTo(200);
            line.mend();
            comesBack(visitor);
            says(visitor, "Giữ của tôi: 34");
            visitor.sees("Lấy số đang có: 40", "Giữ của tôi: 6", "Lấy số đang có: 8").looksWell();
            assertThat(value(commune)).as("not written over").isEqualTo("40 by " + deputy.login() + ", change 1");
            assertThat(asked("select c.value || '' from reporting.draft_cell c join s on s.id = c.submission_id where indicator = 'cases_resolved'", commune)).as("the third cell was nobody's").isEqualTo("21");
            visitor.button("Giữ của tôi: 34").click();
            eventually("chosen knowingly", () -> value(commune), "34 by " + clerk.login() + ", change 2");
            visitor.button("Lấy số đang có: 8").click();
            visitor.page.waitForFunction("() => !document.body.innerText.includes('Lấy số đang có')");
            assertThat(form(visitor).locator("input.cell").nth(1).inputValue()).isEqualTo("8");
            assertThat(asked("select c.value || ' by ' || u.login from reporting.draft_cell c join s on s.id = c.submission_id join identity.app_user u on u.id = c.changed_by where indicator = 'crime_tips'", commune)).isEqualTo("8 by " + deputy.login());
        }
    }

    @Test
    void aFormThatWasChangedMeanwhileIsNotPresentedUnseen() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("doi.bieu", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            line.tear();
            for (int i = 0; i < VALUES.length; i++) {
                writes(visitor, i, VALUES[i]);
            }
            form(visitor).getByText("Trình ký khi có mạng").click();
            says(visitor, "Sẽ tự trình ký khi có mạng");
            nextVersionWithoutTheFirstLine(commune);
            line.mend();
            comesBack(visitor);
            says(visitor, "Biểu mẫu đã thay đổi từ lần lấy trước; xem lại các ô. Biểu không còn hỏi:");
            visitor.sees(": 34");
            assertThat(state(commune)).isEqualTo("draft, presented 0 times");
            assertThat(form(visitor).locator("input.cell").count()).isEqualTo(VALUES.length - 1);
            assertThat(asked("select count(*) || ' cells, ' || sum(value) from reporting.draft_cell c join s on s.id = c.submission_id", commune)).as("what is still asked is kept").isEqualTo("11 cells, 675");
            form(visitor).getByText("Trình ký khi có mạng").click();
            says(visitor, "đã gửi");
            assertThat(state(commune)).isEqualTo("presented, presented 1 times");
        }
    }

    /** This one report is to be made with another version of its form. */
    private void nextVersionWithoutTheFirstLine(Place commune) {
        users.asOwner(jdbc -> {
            int old = jdbc.sql("select form_version_id from reporting.submission where place_id = ? and period = '2026-Q3' and form_id = (select id from reporting.form where code = 'ket-qua-cong-tac')").param(commune.id()).query(Integer.class).single();
            int version = jdbc.sql("""
                    insert into reporting.form_version (form_id, number, first_end, last_end, period_rule, period_kinds, fingerprint)
                    select form_id, 99, date '1990-01-01', date '1990-12-31', period_rule, period_kinds, 'changed' from reporting.form_version where id = ? returning id""").param(old).query(Integer.class).single();
            for (String copied : new String[] {
                "insert into reporting.form_line (form_version_id, position, indicator, asked, group_vi, group_en) select :new, position, indicator, asked, group_vi, group_en from reporting.form_line where form_version_id = :old and indicator <> '" + CELL + "'",
                "insert into reporting.form_step (form_version_id, position, office_kind, act, deadline, valid_from, valid_to) select :new, position, office_kind, act, deadline, valid_from, valid_to from reporting.form_step where form_version_id = :old",
                "update reporting.submission set form_version_id = :new where form_version_id = :old and place_id = " + commune.id()}) {
                jdbc.sql(copied).params(Map.of("new", version, "old", old)).update();
            }
            return version;
        });
    }
}
