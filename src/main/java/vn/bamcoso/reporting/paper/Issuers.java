package vn.bamcoso.reporting.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The issuers of certificates that this organisation trusts: files .crt, .cer, .pem in one folder ({@code bamcoso.signing.issuers}, else
 * "issuers" in the data folder), read anew each time, since a copy is kept seldom. Whether a certificate was revoked is not asked: that needs a
 * line to its issuer.
 */
@Component
class Issuers {
    private static final Logger LOG = LoggerFactory.getLogger(Issuers.class);

    /** What can be said of who issued a signer's certificate. */
    enum Trust { NOT_CHECKED, KNOWN, UNKNOWN_ISSUER, OUT_OF_DATE }

    private final Path folder;

    Issuers(@Value("${bamcoso.signing.issuers:${bamcoso.data:data}/issuers}") Path folder) {
        this.folder = folder;
    }

    /** @param others certificates that came with the signature and may stand between signer and issuer; {@code at} the day on which it must hold */
    Trust of(X509Certificate signer, List<X509Certificate> others, Instant at) {
        Set<TrustAnchor> trusted = trusted();
        if (trusted.isEmpty()) {
            return Trust.NOT_CHECKED;
        }
        if (leads(signer, others, trusted, at)) {
            return Trust.KNOWN;
        }
        // Would it lead there on a day on which it held?
        return leads(signer, others, trusted, signer.getNotAfter().toInstant().minusSeconds(1)) ? Trust.OUT_OF_DATE : Trust.UNKNOWN_ISSUER;
    }

    private static boolean leads(X509Certificate signer, List<X509Certificate> others, Set<TrustAnchor> trusted, Instant at) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(signer);
            var way = new PKIXBuilderParameters(trusted, target);
            way.setRevocationEnabled(false);
            way.setDate(Date.from(at));
            way.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(Stream.concat(Stream.of(signer), others.stream()).toList())));
            CertPathBuilder.getInstance("PKIX").build(way);
            return true;
        } catch (CertPathBuilderException noWay) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Set<TrustAnchor> trusted() {
        Set<TrustAnchor> trusted = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return trusted;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches("(?i).*\\.(crt|cer|pem)")).sorted().forEach(file -> read(file, trusted));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        return trusted;
    }

    private static void read(Path file, Set<TrustAnchor> trusted) {
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory.getInstance("X.509").generateCertificates(in).forEach(one -> trusted.add(new TrustAnchor((X509Certificate) one, null)));
        } catch (IOException | CertificateException unread) {
            LOG.warn("{} holds no certificate that can be read; it is left out", file);
        }
    }
}
