package vn.bamcoso.identity.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.bamcoso.store.StoreProblem;

/**
 * A certificate authority for one house without another: key and certificate in {@code data/tls}, for ten years. It signs
 * the server's certificate, for one year, and nothing else (path length 0).
 */
public final class OwnAuthority {
    private static final Duration TEN_YEARS = Duration.ofDays(3650);
    private static final Duration ONE_YEAR = Duration.ofDays(365);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public OwnAuthority(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The server's certificate with the authority's after it. */
    public Path certificate() {
        return folder.resolve("server.crt");
    }

    public Path key() {
        return folder.resolve("server.key");
    }

    /** Sees to a certificate for these names and localhost that holds for a month at least. */
    public void serve(List<String> names) {
        var all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        all.addAll(names);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("ca.key")) || !Files.exists(folder.resolve("ca.crt"))) {
                KeyPair pair = pair();
                keep(folder.resolve("ca.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                String name = "CN=Bám Cơ Sở " + Long.toHexString(clock.millis());
                Files.writeString(folder.resolve("ca.crt"), pem("CERTIFICATE", Certificates.authority(pair, name, clock.instant(), TEN_YEARS)));
            }
            if (!holds(all)) {
                make(all);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreProblem("Không tạo được chứng thư trong " + folder + ": " + e.getMessage() + " / No certificate could be made.");
        }
    }

    private boolean holds(Set<String> names) throws IOException, GeneralSecurityException {
        if (!Files.exists(certificate()) || !Files.exists(key())) {
            return false;
        }
        X509Certificate now = read(certificate());
        var held = new ArrayList<String>();
        if (now.getSubjectAlternativeNames() != null) {
            now.getSubjectAlternativeNames().forEach(name -> held.add(String.valueOf(name.get(1))));
        }
        return held.containsAll(names) && now.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
    }

    private void make(Set<String> names) throws IOException, GeneralSecurityException {
        X509Certificate authority = read(folder.resolve("ca.crt"));
        KeyPair pair = pair();
        byte[] made = Certificates.server(pair.getPublic(), List.copyOf(names), authority, privateKey(folder.resolve("ca.key")), clock.instant(), ONE_YEAR);
        keep(key(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(certificate(), pem("CERTIFICATE", made) + pem("CERTIFICATE", authority.getEncoded()));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static void keep(Path file, String pem) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem);
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
