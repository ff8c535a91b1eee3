package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.territory.Place;

/** Who reads what at one computer: after sign-out, after a session that ended, and when the next one sits down. */
@InTheHouse
class OfflineUsersJourney extends OfflineDesk {
    @Test
    void aSessionThatEndedMeanwhileKeepsTheDraftUntilTheSameUserSignsInAgain() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("het.phien", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            line.tear();
            writes(visitor, 0, "35");
            int ended = users.asOwner(jdbc -> jdbc.sql("delete from identity.spring_session where principal_name in (?, ?)").param(clerk.login()).param(String.valueOf(clerk.id())).update());
            assertThat(ended).isPositive();
            line.mend();
            comesBack(visitor);
            says(visitor, "Phiên làm việc đã hết");
            assertThat(value(commune)).isEmpty();
            Stage.signIn(visitor, clerk);
            eventually("sent from the first page that the clerk comes to", () -> value(commune), "35 by " + clerk.login() + ", change 1");
        }
    }

    @Test
    void whoeverSitsDownNextAtTheSameComputerReadsNothingAndTheFirstFindsEverythingAgain() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("ca.sang", "commune_clerk", commune);
        var next = stage.person("ca.chieu", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            var window = visitor.page.context().newPage();
            window.navigate("/offline");
            window.waitForFunction("() => document.querySelectorAll('#drafts section').length > 0");
            line.tear();
            writes(visitor, 0, "98765");
            line.mend();
            line.holdUp("/live"); // so that it waits on the computer over the sign-out
            signsOut(visitor);
            line.mend();
            assertThat((String) visitor.page.evaluate(ALL_THAT_IS_KEPT)).as("no key, no word in the clear").contains("drafts ").doesNotContain("98765", CELL, "extractable", clerk.login(), commune.name());
            window.waitForFunction("() => document.body.innerText.includes('Không mở được bản nháp nào')");
            assertThat(window.locator("input.cell").count()).as("in the other window neither").isZero();
            visitor.page.context().setOffline(true);
            visitor.page.navigate("/offline");
            ready(visitor);
            visitor.sees("Không mở được bản nháp nào trên máy này");
            visitor.page.context().setOffline(false);

            Stage.signIn(visitor, next);
            takesAlong(visitor);
            assertThat(form(visitor).locator("input.cell").first().inputValue()).as("the second has the form, not what the first wrote").isEmpty();
            assertThat(value(commune)).isEmpty();
            signsOut(visitor);

            Stage.signIn(visitor, clerk);
            eventually("the first one's draft opens again and goes up", () -> value(commune), "98765 by " + clerk.login() + ", change 1");
        }
    }

    @Test
    void whoSignsInAfterAnotherWhoNeverSignedOutReadsNothingEither() {
        Place commune = stage.commune();
        var clerk = stage.person("quen.dang.xuat", "commune_clerk", commune);
        var next = stage.person("nguoi.sau", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            line.tear();
            writes(visitor, 0, "98765");
            line.mend();
            visitor.page.context().clearCookies();
            Stage.signIn(visitor, next);
            visitor.page.waitForFunction("""
                    async id => (await new Promise(done => { const open = indexedDB.open('bamcoso', 1); open.onsuccess = () => {
                      const asked = open.result.transaction('keys').objectStore('keys').get('own'); asked.onsuccess = () => { open.result.close(); done(asked.result); }; }; }))?.user === id""", next.id());
            visitor.page.context().setOffline(true);
            visitor.page.navigate("/offline");
            ready(visitor);
            visitor.seesNot("98765", "Quý III/2026");
        }
    }

    @Test
    void itCanBeInstalled() {
        Place commune = stage.commune();
        try (Visitor visitor = stage.enter(stage.person("cai.dat", "commune_clerk", commune), line)) {
            visitor.go("/offline");
            ready(visitor);
            var errors = visitor.page.context().newCDPSession(visitor.page).send("Page.getInstallabilityErrors");
            assertThat(errors.getAsJsonArray("installabilityErrors")).as("but that a window of a test is a private one").map(String::valueOf).allMatch(error -> error.contains("in-incognito"));
        }
    }

    @Test
    void aDraftIsCarriedToAComputerWithALineOnAStick() throws Exception {
        Place commune = stage.commune();
        var clerk = stage.person("mang.usb", "commune_clerk", commune);
        var deputy = stage.person("nhan.usb", "commune_deputy", commune);
        Path stick;
        try (Visitor visitor = stage.enter(clerk, line)) {
            takesAlong(visitor);
            line.tear();
            writes(visitor, 0, "34");
            stick = visitor.page.waitForDownload(() -> form(visitor).getByText("Ghi ra tệp để mang đi").click()).path();
            line.mend();
            try (Visitor colleague = stage.enter(deputy)) {
                colleague.go("/offline/packages").looksWell();
                colleague.page.locator("#file").setInputFiles(stick);
                colleague.page.locator("main form button").first().click();
                colleague.sees("Đã nhận tệp, 1 ô thay đổi");
                assertThat(value(commune)).isEqualTo("34 by " + deputy.login() + ", change 1");
                colleague.page.locator("#file").setInputFiles(stick);
                colleague.page.locator("main form button").first().click();
                colleague.sees("Tệp này đã được nhận rồi");
            }
        }
    }
}
