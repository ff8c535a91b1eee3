package vn.bamcoso.identity.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every half minute, from a secret that a telephone keeps too (RFC 6238, SHA-1 as all apps do it). */
final class OneTimeCode {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private OneTimeCode() {}

    static byte[] newSecret() {
        byte[] secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /**
     * The time step that the code belongs to, when it is right: of this half minute, the last or the next.
     *
     * @param after steps up to this one were used already: each code works once
     */
    static OptionalLong check(byte[] secret, String code, Instant now, long after) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        String digits = code.replaceAll("\\s", "");
        for (long each = step - 1; each <= step + 1; each++) {
            if (each > after && at(secret, each).equals(digits)) {
                return OptionalLong.of(each);
            }
        }
        return OptionalLong.empty();
    }

    static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As people type it into an app: 32 letters and digits in groups of four. */
    static String written(byte[] secret) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = buffer << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(text.length() % 5 == 4 ? " " : "").append(BASE32.charAt(buffer >> bits - 5 & 31));
            }
        }
        return text.toString();
    }
}
