package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;

/** What somebody does at the page for work without a line, over a line with TLS that a test can cut. */
@InTheHouse
abstract class OfflineDesk {
    static final String CELL = "security_reports";
    static final String[] VALUES = {"34", "6", "21", "3", "4", "12", "7", "610", "9", "2", "0", "1"};
    /** Everything that a browser keeps of this address, as text. */
    static final String ALL_THAT_IS_KEPT = """
            async () => {
              const said = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
              const d = await new Promise(r => { const o = indexedDB.open('bamcoso', 1); o.onsuccess = () => r(o.result); });
              for (const name of d.objectStoreNames) {
                const store = d.transaction(name).objectStore(name);
                const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map(q => new Promise(r => q.onsuccess = () => r(q.result))));
                values.forEach((value, i) => said.push(name + ' ' + keys[i] + ' ' + (value.content ? new TextDecoder().decode(value.content) : Object.keys(value)) + (value.encrypt ? ' extractable ' + value.encrypt.extractable : '')));
              }
              d.close();
              for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) said.push(request.url + ' ' + await (await (await caches.open(name)).match(request)).text());
              return said.join('\\n'); }""";

    @Autowired Stage stage;
    @Autowired TestUsers users;
    Line line;

    @BeforeEach
    void aLineWithTls() {
        line = new Line(stage.address(), Path.of("target/test-data/line"));
    }

    @AfterEach
    void hangUp() {
        line.close();
    }

    static void ready(Visitor visitor) {
        visitor.page.waitForFunction("() => document.documentElement.dataset.ready === 'true'");
    }

    static void eventually(String what, Callable<String> asked, String expected) throws Exception {
        for (long until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < until && !asked.call().equals(expected);) {
            Thread.sleep(100);
        }
        assertThat(asked.call()).as(what).isEqualTo(expected);
    }

    void says(Visitor visitor, String words) {
        visitor.page.waitForFunction("words => document.body.innerText.includes(words)", words);
    }

    void takesAlong(Visitor visitor) {
        visitor.go("/offline");
        ready(visitor);
        visitor.page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        visitor.button("Lấy các biểu đến hạn về máy").click();
        visitor.page.waitForFunction("() => document.querySelectorAll('#drafts section').length > 0");
        says(visitor, "Đã lấy các biểu đến hạn về máy");
    }

    static Locator form(Visitor visitor) {
        Locator form = visitor.page.locator("#drafts section").filter(new Locator.FilterOptions().setHasText("Quý III/2026")).first();
        if (form.locator("details[open]").count() == 0) {
            form.locator("summary").click();
        }
        return form;
    }

    void writes(Visitor visitor, int cell, String value) {
        Locator field = form(visitor).locator("input.cell").nth(cell);
        field.fill(value);
        field.press("Tab");
        visitor.page.waitForFunction("() => document.getElementById('line').textContent.startsWith('Đã giữ')");
    }

    /** The line is there again: the browser says so, as it does when a cable is plugged in. */
    static void comesBack(Visitor visitor) {
        visitor.page.evaluate("() => dispatchEvent(new Event('online'))");
    }

    String asked(String question, Place commune) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        with s as (select * from reporting.submission where place_id = ? and period = '2026-Q3' and form_id = (select id from reporting.form where code = 'ket-qua-cong-tac'))
                        """ + question).param(commune.id()).query(String.class).single());
    }

    String value(Place commune) {
        return asked("select coalesce(string_agg(c.value || ' by ' || u.login || ', change ' || c.version, ', '), '') from reporting.draft_cell c join s on s.id = c.submission_id join identity.app_user u on u.id = c.changed_by where c.indicator = '" + CELL + "'", commune);
    }

    String state(Place commune) {
        return asked("select s.status || ', presented ' || (select count(*) from reporting.step t where t.submission_id = s.id and t.act = 'presented') || ' times' from s", commune);
    }

    static void signsOut(Visitor visitor) {
        visitor.go("/forms");
        visitor.page.locator("header details").last().locator("summary").click();
        visitor.page.locator("form[action='/signout'] button").first().click();
        visitor.page.waitForURL("**/signin**");
    }
}
