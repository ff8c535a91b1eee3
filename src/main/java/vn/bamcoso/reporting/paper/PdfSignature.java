package vn.bamcoso.reporting.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.jspecify.annotations.Nullable;

/**
 * The digital signature within a PDF (a CMS SignedData over the byte ranges that the file names): whether the bytes are those that
 * were signed, with the key of the certificate in it. Whether the certificate may be trusted is asked of {@link Issuers}.
 * Why without a PDF library: docs/decisions/0019.
 */
final class PdfSignature {
    enum State { NONE, SOUND, ADDED_TO, BROKEN, UNKNOWN }

    /** @param by certificate of the signer; null when there is none. {@code others} those that came with it */
    record Finding(State state, @Nullable X509Certificate by, List<X509Certificate> others) {
        static final Finding NONE = of(State.NONE);

        private static Finding of(State state) {
            return new Finding(state, null, List.of());
        }

        /** Subject of the certificate. */
        @Nullable String signer() {
            return by == null ? null : by.getSubjectX500Principal().getName();
        }

        @Nullable String issuer() {
            return by == null ? null : by.getIssuerX500Principal().getName();
        }
    }

    private static final Pattern RANGE = Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final Map<String, String> DIGESTS =
            Map.of("1.3.14.3.2.26", "SHA-1", "2.16.840.1.101.3.4.2.1", "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");

    private PdfSignature() {}

    /** Of the last signature in the file, which covers those before it. */
    static Finding of(byte[] pdf) {
        Matcher found = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        long[] range = null;
        while (found.find()) {
            range = new long[] {Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), Long.parseLong(found.group(3)), Long.parseLong(found.group(4))};
        }
        if (range == null) {
            return Finding.NONE;
        }
        if (range[0] != 0 || range[2] < range[1] || range[2] + range[3] > pdf.length) {
            return Finding.of(State.BROKEN);
        }
        try {
            return check(pdf, range);
        } catch (IOException | GeneralSecurityException | ClassCastException | IllegalArgumentException | IndexOutOfBoundsException unread) {
            return Finding.of(State.UNKNOWN);
        }
    }

    private static Finding check(byte[] pdf, long[] range) throws IOException, GeneralSecurityException {
        String hex = new String(pdf, (int) range[1], (int) (range[2] - range[1]), StandardCharsets.ISO_8859_1).replaceAll("[^0-9A-Fa-f]", "");
        ASN1Sequence signed = sequence(ASN1TaggedObject.getInstance(sequence(read(HexFormat.of().parseHex(hex.substring(0, hex.length() & ~1)))).getObjectAt(1)).getExplicitBaseObject());
        List<X509Certificate> certificates = new ArrayList<>();
        for (Enumeration<?> parts = signed.getObjects(); parts.hasMoreElements();) {
            if (parts.nextElement() instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 0) {
                for (ASN1Encodable one : ASN1Set.getInstance(tagged, false)) {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(one.toASN1Primitive().getEncoded(ASN1Encoding.DER))));
                }
            }
        }
        ASN1Sequence signer = sequence(ASN1Set.getInstance(signed.getObjectAt(signed.size() - 1)).getObjectAt(0));
        String digest = DIGESTS.get(oid(sequence(signer.getObjectAt(2)).getObjectAt(0)));
        if (digest == null || !(signer.getObjectAt(3) instanceof ASN1TaggedObject tagged)) {
            return Finding.of(State.UNKNOWN);
        }
        ASN1Set attributes = ASN1Set.getInstance(tagged, false);
        byte[] signature = ASN1OctetString.getInstance(signer.getObjectAt(5)).getOctets();
        X509Certificate by = signer(certificates, digest.replace("-", ""), attributes.getEncoded(ASN1Encoding.DER), signature);
        if (by == null) {
            return Finding.of(State.BROKEN);
        }
        MessageDigest sum = MessageDigest.getInstance(digest);
        sum.update(pdf, 0, (int) range[1]);
        sum.update(pdf, (int) range[2], (int) range[3]);
        if (!Arrays.equals(sum.digest(), promised(attributes))) {
            return new Finding(State.BROKEN, by, certificates);
        }
        return new Finding(range[2] + range[3] == pdf.length ? State.SOUND : State.ADDED_TO, by, certificates);
    }

    /** The certificate whose key made the signature; null when none did. */
    private static @Nullable X509Certificate signer(List<X509Certificate> certificates, String digest, byte[] attributes, byte[] signature) throws GeneralSecurityException {
        for (X509Certificate certificate : certificates) {
            String key = certificate.getPublicKey().getAlgorithm();
            Signature check = Signature.getInstance(digest + "with" + (key.startsWith("EC") ? "ECDSA" : key));
            check.initVerify(certificate.getPublicKey());
            check.update(attributes);
            try {
                if (check.verify(signature)) {
                    return certificate;
                }
            } catch (GeneralSecurityException notThisKey) {
                continue;
            }
        }
        return null;
    }

    private static byte[] promised(ASN1Set attributes) {
        for (ASN1Encodable attribute : attributes) {
            if (oid(sequence(attribute).getObjectAt(0)).equals(MESSAGE_DIGEST)) {
                return ASN1OctetString.getInstance(ASN1Set.getInstance(sequence(attribute).getObjectAt(1)).getObjectAt(0)).getOctets();
            }
        }
        return new byte[0];
    }

    private static ASN1Primitive read(byte[] der) throws IOException {
        try (var in = new ASN1InputStream(der)) {
            return in.readObject();
        }
    }

    private static ASN1Sequence sequence(Object of) {
        return ASN1Sequence.getInstance(of);
    }

    private static String oid(Object of) {
        return ASN1ObjectIdentifier.getInstance(of).getId();
    }
}
