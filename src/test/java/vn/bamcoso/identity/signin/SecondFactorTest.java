package vn.bamcoso.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

@InTheHouse
class SecondFactorTest {
    @Autowired
    TestUsers users;

    /** Appendix B of RFC 6238 gives eight digits; an app shows the last six. */
    @Test
    void codesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(OneTimeCode.at(secret, 59 / 30)).isEqualTo("287082");
        assertThat(OneTimeCode.at(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(OneTimeCode.at(secret, 20000000000L / 30)).isEqualTo("353130");
        assertThat(OneTimeCode.written(secret)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        Instant now = Instant.ofEpochSecond(1111111109L);
        assertThat(OneTimeCode.check(secret, "081 804", now.plusSeconds(30), 0)).hasValue(37037036);
        assertThat(OneTimeCode.check(secret, "081804", now.plusSeconds(61), 0)).isEmpty();
        assertThat(OneTimeCode.check(secret, "081804", now, 37037036)).as("each code works once").isEmpty();
    }

    @Test
    void withASecondFactorThePasswordAloneOpensNothing() {
        var person = users.person("co.dien.thoai");
        Browser first = users.signIn(person);
        byte[] secret = bytes(found(first.get("/profile/second").body(), "once code\">([A-Z2-7 ]+)<"));
        assertThat(first.post("/profile/second", Map.of("code", "000000")).status()).isEqualTo(422);
        assertThat(first.post("/profile/second", Map.of("code", code(secret, -1))).location()).isEqualTo("/profile?done=second");

        Browser browser = users.browser();
        var half = browser.post("/signin", Map.of("login", person.login(), "password", TestUsers.PASSWORD, "next", "/profile"));
        assertThat(half.location()).isEqualTo("/signin/code?next=%2Fprofile");
        assertThat(browser.get("/profile").location()).startsWith("/signin?next=");
        assertThat(browser.get("/signin/code?next=%2Fprofile").body()).contains("Mã xác thực");
        assertThat(browser.post("/signin/code", Map.of("code", "123", "next", "/profile")).status()).isEqualTo(422);
        String now = code(secret, 0);
        assertThat(browser.post("/signin/code", Map.of("code", now, "next", "/profile")).location()).isEqualTo("/profile");
        assertThat(browser.get("/profile").status()).isEqualTo(200);

        Browser again = users.browser();
        again.signIn(person.login(), TestUsers.PASSWORD);
        assertThat(again.post("/signin/code", Map.of("code", now)).status()).as("a code works once").isEqualTo(422);
        assertThat(users.browser().get("/signin/code").location()).isEqualTo("/signin");

        assertThat(browser.post("/profile/second/off", Map.of("password", "sai")).status()).isEqualTo(422);
        assertThat(browser.post("/profile/second/off", Map.of("password", TestUsers.PASSWORD)).location()).isEqualTo("/profile?done=second");
        assertThat(users.browser().signIn(person.login(), TestUsers.PASSWORD).location()).isEqualTo("/");
    }

    private static String code(byte[] secret, int stepsFromNow) {
        return OneTimeCode.at(secret, System.currentTimeMillis() / 30_000 + stepsFromNow);
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        base32.replace(" ", "").chars().forEach(c -> bits.append("%5s".formatted(Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c))).replace(' ', '0')));
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}
