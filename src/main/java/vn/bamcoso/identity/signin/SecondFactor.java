package vn.bamcoso.identity.signin;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.store.Database;

/**
 * The second thing one has, beside the password that one knows: a telephone that makes one-time codes. Its secret lies in
 * the database under a key made of the owner's password, which does not lie there; whoever reads the table has no code.
 * Who loses the telephone asks the administrator for a one-time password, which takes the second factor away.
 */
@Component
public class SecondFactor {
    private record Kept(byte @Nullable [] secondFactor, long step) {}

    private final JdbcClient jdbc;
    private final SecretKeySpec key;
    private final OwnPassword password;
    private final Trail trail;
    private final Clock clock;

    SecondFactor(JdbcClient jdbc, Database database, OwnPassword password, Trail trail, Clock clock) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(database.ownerPassword().getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        this.key = new SecretKeySpec(mac.doFinal("second factor".getBytes(java.nio.charset.StandardCharsets.UTF_8)), "AES");
        this.jdbc = jdbc;
        this.password = password;
        this.trail = trail;
        this.clock = clock;
    }

    public boolean isOn(int user) {
        return kept(user).secondFactor() != null;
    }

    /** A secret to be typed into an app; it counts only when {@link #turnOn} has seen a code made with it. */
    public static byte[] propose() {
        return OneTimeCode.newSecret();
    }

    /** As people type it. */
    public static String written(byte[] secret) {
        return OneTimeCode.written(secret);
    }

    /** @throws Problem refused when the code does not fit the secret */
    @Transactional
    public void turnOn(CurrentUser user, byte[] secret, String code) {
        OptionalLong step = OneTimeCode.check(secret, code, clock.instant(), 0);
        if (step.isEmpty()) {
            throw Problem.refused("identity.problem.code");
        }
        keep(user.id(), sealed(secret), step.getAsLong());
        trail.write("identity.second.on", "user:" + user.id(), null, null);
    }

    /** @throws Problem refused when the password is wrong */
    @Transactional
    public void turnOff(CurrentUser user, String typed) {
        if (!password.isOf(user, typed)) {
            throw Problem.refused("identity.problem.old-password");
        }
        keep(user.id(), null, 0);
        trail.write("identity.second.off", "user:" + user.id(), null, null);
    }

    /** Whether this is a code of the user's telephone that was not used yet; it is used up. */
    @Transactional
    public boolean accepts(int user, String code) {
        Kept kept = jdbc.sql("select second_factor, coalesce(second_factor_step, 0) as step from identity.app_user where id = :id for update")
                .param("id", user)
                .query(Kept.class)
                .single();
        if (kept.secondFactor() == null) {
            return false;
        }
        OptionalLong step = OneTimeCode.check(opened(kept.secondFactor()), code, clock.instant(), kept.step());
        step.ifPresent(used -> jdbc.sql("update identity.app_user set second_factor_step = :step where id = :id").param("step", used).param("id", user).update());
        return step.isPresent();
    }

    private Kept kept(int user) {
        return jdbc.sql("select second_factor, coalesce(second_factor_step, 0) as step from identity.app_user where id = :id")
                .param("id", user)
                .query(Kept.class)
                .single();
    }

    private void keep(int user, byte @Nullable [] sealed, long step) {
        jdbc.sql("update identity.app_user set second_factor = :secret, second_factor_step = :step where id = :id")
                .param("secret", sealed, java.sql.Types.BINARY)
                .param("step", step)
                .param("id", user)
                .update();
    }

    private byte[] sealed(byte[] secret) {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, secret);
        byte[] both = Arrays.copyOf(nonce, nonce.length + closed.length);
        System.arraycopy(closed, 0, both, nonce.length, closed.length);
        return both;
    }

    private byte[] opened(byte[] sealed) {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, 12), Arrays.copyOfRange(sealed, 12, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, key, new GCMParameterSpec(128, nonce));
            return aes.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the second factor was sealed with another database password", e);
        }
    }
}
