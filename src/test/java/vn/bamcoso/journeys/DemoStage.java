package vn.bamcoso.journeys;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;

/** Where the journeys through the newer rooms play: two provinces of the demonstration nation, with its users. */
@Component
class DemoStage {
    private final Environment environment;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoStage(Environment environment, JdbcClient jdbc, TransactionTemplate transaction) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Signs in at the page, as a person does. */
    Visitor enter(String login) throws IOException {
        Visitor visitor = Browser.visitor("http://127.0.0.1:" + environment.getProperty("local.server.port"));
        visitor.go("/signin");
        visitor.field("Tên đăng nhập").fill(login);
        visitor.field("Mật khẩu").fill(Files.readString(Path.of(environment.getRequiredProperty("bamcoso.data"), "demo.password")).strip());
        visitor.button("Đăng nhập").click();
        visitor.page.waitForURL("**/");
        return visitor;
    }

    /** A number that the program itself finds, to name a page by. */
    int number(String question) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql(question).query(Integer.class).single()));
    }

    /** A word that the program itself finds, as an officer's number. */
    String word(String question) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql(question).query(String.class).single()));
    }

    /** Each page at desk and phone, in the light. */
    static void seen(Visitor visitor, String... paths) {
        for (String path : paths) {
            visitor.go(path).looksWell();
        }
    }

    /** Once more in the dark and in English: the colours and the words are other ones. */
    static void seenInTheDarkInEnglish(Visitor visitor, String... paths) {
        visitor.page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.page.evaluate("() => document.querySelector('form[action=\"/preferences\"] [name=language][value=en]').click()");
        visitor.page.waitForFunction("() => document.documentElement.lang === 'en'");
        seen(visitor, paths);
        visitor.page.evaluate("() => document.querySelector('form[action=\"/preferences\"] [name=language][value=vi]').click()");
        visitor.page.waitForFunction("() => document.documentElement.lang === 'vi'");
    }
}
