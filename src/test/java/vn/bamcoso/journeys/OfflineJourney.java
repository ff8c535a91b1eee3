package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;

/** A clerk whose line comes and goes: takes due forms along, writes, and finds everything sent once when the line is back. */
@InTheHouse
class OfflineJourney {
    private static final String KEPT = """
            async () => { const d = await new Promise(r => { const o = indexedDB.open('bamcoso', 1); o.onsuccess = () => r(o.result); });
              const all = s => new Promise(r => { const q = d.transaction(s).objectStore(s).getAll(); q.onsuccess = () => r(q.result); });
              const [drafts, keys] = [await all('drafts'), await all('keys')];
              return drafts.length + ' drafts, ' + keys.length + ' keys, ' + drafts.some(x => new TextDecoder().decode(x.content).includes('security_reports')) + ', ' + keys.some(k => k.encrypt.extractable); }""";

    @Autowired Stage stage;
    @Autowired TestUsers users;

    private static void ready(Visitor visitor) {
        visitor.page.waitForFunction("() => document.documentElement.dataset.ready === 'true'");
        visitor.page.waitForTimeout(1500);
    }

    private void takesAlong(Visitor visitor) {
        visitor.go("/offline");
        ready(visitor);
        visitor.page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        visitor.button("Lấy các biểu đến hạn về máy").click();
        visitor.page.waitForFunction("() => document.querySelectorAll('#drafts section').length > 0");
    }

    private String value(Place commune) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select coalesce(string_agg(c.value::text || ' by ' || u.login, ', '), '') from reporting.draft_cell c join reporting.submission s on s.id = c.submission_id
                        join identity.app_user u on u.id = c.changed_by where s.place_id = ? and c.indicator = 'security_reports' and s.period = '2026-Q3'""").param(commune.id()).query(String.class).single());
    }

    @Test
    void whatIsWrittenWithoutALineIsEncryptedThereAndSentWhenTheLineIsBack() {
        Place commune = stage.commune();
        var clerk = stage.person("mat.mang", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            takesAlong(visitor);
            visitor.page.context().setOffline(true);
            visitor.page.navigate("/forms");
            ready(visitor);
            visitor.sees("Làm việc khi mất mạng", "Không có mạng");
            var section = visitor.page.locator("#drafts section").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Quý III/2026")).first();
            section.locator("summary").click();
            section.locator("input.cell").first().fill("34");
            section.locator("input.cell").first().press("Tab");
            visitor.page.waitForTimeout(500);
            assertThat((String) visitor.page.evaluate(KEPT)).as("readable to nobody, the key neither").endsWith("1 keys, false, false");
            assertThat(value(commune)).isEmpty();
            visitor.page.context().setOffline(false);
            visitor.page.navigate("/offline");
            ready(visitor);
            assertThat(value(commune)).isEqualTo("34 by " + clerk.login());

            // The session ends, and with it the key; another person at the same computer finds nothing to open.
            visitor.go("/forms");
            visitor.page.locator("header details").last().locator("summary").click();
            visitor.page.locator("form[action='/signout'] button").first().click();
            visitor.page.waitForURL("**/signin**");
            assertThat((String) visitor.page.evaluate(KEPT)).contains(" 0 keys");
            visitor.page.context().setOffline(true);
            visitor.page.navigate("/offline");
            ready(visitor);
            visitor.sees("Không mở được bản nháp nào trên máy này");
        }
    }

    @Test
    void aCellThatSomebodyElseWroteMeanwhileIsShownWithBothValues() {
        Place commune = stage.commune();
        var clerk = stage.person("hai.nguoi.1", "commune_clerk", commune);
        var deputy = stage.person("hai.nguoi.2", "commune_deputy", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            takesAlong(visitor);
            visitor.page.context().setOffline(true);
            var section = visitor.page.locator("#drafts section").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Quý III/2026")).first();
            section.locator("summary").click();
            section.locator("input.cell").first().fill("34");
            section.locator("input.cell").first().press("Tab");
            long id = users.asOwner(jdbc -> jdbc.sql("select id from reporting.submission where place_id = ? and period = '2026-Q3' and form_id = (select id from reporting.form where code = 'ket-qua-cong-tac')").param(commune.id()).query(Long.class).single());
            var other = users.signIn(deputy);
            assertThat(other.send("POST", "/submissions/" + id + "/live", "{\"cells\": [{\"indicator\": \"security_reports\", \"value\": \"40\", \"seen\": 0}]}",
                    "Content-Type", "application/json", "X-CSRF-TOKEN", other.csrf()).status()).isEqualTo(200);
            visitor.page.context().setOffline(false);
            visitor.page.navigate("/offline");
            ready(visitor);
            assertThat(value(commune)).as("not written over").isEqualTo("40 by " + deputy.login());
            visitor.sees("Giữ của tôi: 34", "Lấy số đang có: 40");
            visitor.button("Giữ của tôi: 34").click();
            visitor.page.waitForTimeout(2500);
            assertThat(value(commune)).isEqualTo("34 by " + clerk.login());
        }
    }
}
