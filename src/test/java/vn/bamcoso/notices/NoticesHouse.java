package vn.bamcoso.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;

/** The house of the tests about reminders: a database of its own, nothing that runs by itself, and a real mail server on loopback that asks for a password, and folders for the exchange. */
@InTheHouse
@TestPropertySource(properties = {"bamcoso.test.own-database=notices", "bamcoso.jobs=false"})
public abstract class NoticesHouse {
    protected static final GreenMail POST = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});

    protected static final Path EXCHANGE = Path.of("target", "test-data", "exchange-" + ProcessHandle.current().pid()).toAbsolutePath();

    static {
        POST.start();
        POST.setUser("bamcoso@donvi.test", "bamcoso", "mat-khau-thu");
    }

    @DynamicPropertySource
    static void around(DynamicPropertyRegistry properties) {
        properties.add("BAMCOSO_EXCHANGE", () -> EXCHANGE.toString());
        properties.add("BAMCOSO_EXCHANGE_ORGAN", () -> "000.00.00.G01");
        properties.add("BAMCOSO_MAIL_HOST", () -> "127.0.0.1");
        properties.add("BAMCOSO_MAIL_PORT", () -> POST.getSmtp().getPort());
        properties.add("BAMCOSO_MAIL_TLS", () -> "none");
        properties.add("BAMCOSO_MAIL_USER", () -> "bamcoso");
        properties.add("BAMCOSO_MAIL_PASSWORD", () -> "mat-khau-thu");
        properties.add("BAMCOSO_MAIL_FROM", () -> "bamcoso@donvi.test");
        properties.add("BAMCOSO_MAIL_LINK", () -> "https://bamcoso.donvi.test");
    }
}
