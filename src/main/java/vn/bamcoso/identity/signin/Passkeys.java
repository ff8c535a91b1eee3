package vn.bamcoso.identity.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/**
 * Keys that people's devices hold. The device asks for its PIN or a finger before it signs, so a passkey is both factors at
 * once; it answers only the host for which it was made, so there is nothing to phish. What an administrator resets takes them away.
 */
@Component
public class Passkeys {
    private static final int MOST = 10;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(kind(COSEAlgorithmIdentifier.ES256), kind(COSEAlgorithmIdentifier.EdDSA), kind(COSEAlgorithmIdentifier.RS256));

    /** @param handle by which it is named in addresses */
    public record Passkey(String handle, String name, LocalDate madeOn, @Nullable LocalDate usedOn) {}

    private record Kept(int userId, byte[] attested, long counter) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final JdbcClient jdbc;
    private final OwnPassword password;
    private final Trail trail;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, OwnPassword password, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.password = password;
        this.trail = trail;
        this.clock = clock;
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    public List<Passkey> of(int user) {
        return jdbc.sql("""
                        select encode(credential, 'hex') as handle, name, (made_at at time zone 'Asia/Ho_Chi_Minh')::date as made_on, (used_at at time zone 'Asia/Ho_Chi_Minh')::date as used_on
                        from identity.passkey where user_id = :user order by made_at""").param("user", user).query(Passkey.class).list();
    }

    /**
     * Keeps the public half of a key that the browser has just made.
     *
     * @param attestation and {@code client} as the browser answered, base64url
     * @throws Problem refused when the password is wrong, or the answer does not fit what was asked
     */
    @Transactional
    public void add(CurrentUser user, HttpServletRequest request, String typed, String attestation, String client, String name) {
        ServerProperty asked = Site.of(request).asked(request.getSession(false), clock);
        if (!password.isOf(user, typed)) {
            throw Problem.refused("identity.problem.old-password");
        }
        if (of(user.id()).size() >= MOST) {
            throw Problem.refused("identity.problem.passkeys-many", MOST);
        }
        RegistrationData made;
        try {
            made = checks.verify(new RegistrationRequest(bytes(attestation), bytes(client)), new RegistrationParameters(required(asked), ALGORITHMS, true));
        } catch (VerificationException | DataConversionException | IllegalArgumentException wrong) {
            throw Problem.refused("identity.problem.passkey");
        }
        var its = made.getAttestationObject().getAuthenticatorData();
        int kept = jdbc.sql("""
                        insert into identity.passkey (credential, user_id, host, attested, counter, name, made_at)
                        values (:credential, :user, :host, :attested, :counter, :name, :now) on conflict do nothing""")
                .param("credential", its.getAttestedCredentialData().getCredentialId())
                .param("user", user.id())
                .param("host", request.getServerName())
                .param("attested", attested.convert(its.getAttestedCredentialData()))
                .param("counter", its.getSignCount())
                .param("name", name.isBlank() ? "Khóa truy cập" : name.strip())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (kept == 0) {
            throw Problem.refused("identity.problem.passkey");
        }
        trail.write("identity.passkey.added", "user:" + user.id(), null, null);
    }

    /** @throws Problem not found when the user has no such key */
    @Transactional
    public void remove(CurrentUser user, String handle) {
        int gone = jdbc.sql("delete from identity.passkey where user_id = :user and encode(credential, 'hex') = :handle").param("user", user.id()).param("handle", handle).update();
        if (gone == 0) {
            throw Problem.notFound();
        }
        trail.write("identity.passkey.removed", "user:" + user.id(), null, null);
    }

    /** Whose key signed the challenge that this session was given; empty when none did. All arguments base64url, as the browser answered. */
    @Transactional
    OptionalInt owner(HttpServletRequest request, String credential, String authenticator, String client, String signature) {
        ServerProperty asked = Site.of(request).asked(request.getSession(false), clock);
        try {
            byte[] id = bytes(credential);
            Kept kept = jdbc.sql("select user_id, attested, counter from identity.passkey where credential = :id and host = :host for update")
                    .param("id", id).param("host", request.getServerName()).query(Kept.class).optional().orElseThrow(() -> new IllegalArgumentException("unknown"));
            var known = new CredentialRecordImpl(new NoneAttestationStatement(), null, null, null, kept.counter(), attested.convert(kept.attested()), null, null, null, null);
            AuthenticationData given = checks.verify(new AuthenticationRequest(id, bytes(authenticator), bytes(client), bytes(signature)), new AuthenticationParameters(required(asked), known, null, true));
            jdbc.sql("update identity.passkey set counter = :counter, used_at = :now where credential = :id")
                    .param("counter", given.getAuthenticatorData().getSignCount()).param("now", Timestamp.from(clock.instant())).param("id", id).update();
            return OptionalInt.of(kept.userId());
        } catch (VerificationException | DataConversionException | IllegalArgumentException wrong) {
            return OptionalInt.empty();
        }
    }

    private static ServerProperty required(@Nullable ServerProperty asked) {
        if (asked == null) {
            throw new IllegalArgumentException("nothing was asked");
        }
        return asked;
    }

    private static byte[] bytes(String written) {
        return Base64.getUrlDecoder().decode(written);
    }
}
