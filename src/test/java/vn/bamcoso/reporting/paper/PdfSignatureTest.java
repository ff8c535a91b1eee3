package vn.bamcoso.reporting.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V1TBSCertificateGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small PDF signed here, piece by piece as the standard says it. */
class PdfSignatureTest {
    private static final AlgorithmIdentifier RSA = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"), DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"));
    private static final int ROOM = 6000;

    @Test
    void aWholeFileSignedByItsCertificateIsSoundAndSaysByWhom() throws Exception {
        var finding = PdfSignature.of(signed());
        assertThat(finding.state()).isEqualTo(PdfSignature.State.SOUND);
        assertThat(finding.signer()).contains("CN=Truong Cong an xa");
    }

    @Test
    void oneChangedLetterBreaksIt() throws Exception {
        byte[] pdf = signed();
        pdf[12] ^= 1;
        assertThat(PdfSignature.of(pdf).state()).isEqualTo(PdfSignature.State.BROKEN);
    }

    @Test
    void whatWasAddedAfterSigningIsSaid() throws Exception {
        var out = new ByteArrayOutputStream();
        out.writeBytes(signed());
        out.writeBytes("% thêm một trang".getBytes(StandardCharsets.UTF_8));
        assertThat(PdfSignature.of(out.toByteArray()).state()).isEqualTo(PdfSignature.State.ADDED_TO);
    }

    @Test
    void aFileWithoutOneHasNoneAndALieAboutItsLengthIsBroken() {
        assertThat(PdfSignature.of("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)).state()).isEqualTo(PdfSignature.State.NONE);
        assertThat(PdfSignature.of("%PDF-1.4 /ByteRange [0 10 20 999]".getBytes(StandardCharsets.US_ASCII)).state()).isEqualTo(PdfSignature.State.BROKEN);
        assertThat(PdfSignature.of("%PDF-1.4 /ByteRange [0 4 8 12] xx".getBytes(StandardCharsets.US_ASCII)).state()).isEqualTo(PdfSignature.State.UNKNOWN);
    }

    @Test
    void whoIssuedTheCertificateIsAskedOfTheFolderOfIssuers(@TempDir Path folder) throws Exception {
        KeyPair root = keys();
        KeyPair between = keys();
        KeyPair chief = keys();
        X509Certificate ca = certificate("CN=CA cua nganh", root, "CN=CA cua nganh", root, true, 2040);
        X509Certificate sub = certificate("CN=CA cap tinh", between, "CN=CA cua nganh", root, true, 2040);
        X509Certificate own = certificate("CN=Truong Cong an xa", chief, "CN=CA cap tinh", between, false, 2030);
        var issuers = new Issuers(folder);
        Instant day = Instant.parse("2026-11-22T00:00:00Z");
        assertThat(issuers.of(own, List.of(sub), day)).as("nobody named an issuer").isEqualTo(Issuers.Trust.NOT_CHECKED);
        Files.writeString(folder.resolve("hong.pem"), "không phải chứng thư");
        Files.write(folder.resolve("khac.crt"), certificate("CN=CA la", keys(), "CN=CA la", root, true, 2040).getEncoded());
        assertThat(issuers.of(own, List.of(sub), day)).isEqualTo(Issuers.Trust.UNKNOWN_ISSUER);
        Files.write(folder.resolve("nganh.crt"), ca.getEncoded());
        assertThat(issuers.of(own, List.of(sub), day)).isEqualTo(Issuers.Trust.KNOWN);
        assertThat(issuers.of(own, List.of(), day)).as("the one between did not come along").isEqualTo(Issuers.Trust.UNKNOWN_ISSUER);
        assertThat(issuers.of(own, List.of(sub), Instant.parse("2031-01-01T00:00:00Z"))).isEqualTo(Issuers.Trust.OUT_OF_DATE);
        X509Certificate forged = certificate("CN=Truong Cong an xa", chief, "CN=CA cua nganh", keys(), false, 2030);
        assertThat(issuers.of(forged, List.of(), day)).as("the name alone is nothing").isEqualTo(Issuers.Trust.UNKNOWN_ISSUER);
        assertThat(PdfSignature.of(signed()).issuer()).contains("CN=Truong Cong an xa");
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String subject, KeyPair keys, String issuer, KeyPair by, boolean issues, int until) throws Exception {
        var made = new V3TBSCertificateGenerator();
        made.setSerialNumber(new ASN1Integer(7));
        made.setIssuer(new X500Name(issuer));
        made.setSubject(new X500Name(subject));
        made.setSignature(RSA);
        made.setStartDate(new Time(Date.from(Instant.parse("2026-01-01T00:00:00Z"))));
        made.setEndDate(new Time(Date.from(Instant.parse(until + "-01-01T00:00:00Z"))));
        made.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        made.setExtensions(new Extensions(new Extension(Extension.basicConstraints, true, new BasicConstraints(issues).getEncoded())));
        var part = made.generateTBSCertificate();
        byte[] whole = of(part, RSA, new DERBitString(sign(by, part.getEncoded(ASN1Encoding.DER)))).getEncoded(ASN1Encoding.DER);
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] signed() throws Exception {
        String before = "%%PDF-1.7\n1 0 obj << /Type /Sig /ByteRange [0 %010d %010d %010d] /Contents ";
        String after = " >> endobj\n%EOF\n";
        int start = before.formatted(0, 0, 0).length();
        int end = start + ROOM + 2;
        byte[] head = before.formatted(start, end, after.length()).replaceAll("(?<=[\\[ ])0+(?=\\d)", "").getBytes(StandardCharsets.US_ASCII);
        byte[] padded = (new String(head, StandardCharsets.US_ASCII) + " ".repeat(start - head.length)).getBytes(StandardCharsets.US_ASCII);
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(padded);
        digest.update(after.getBytes(StandardCharsets.US_ASCII));
        String hex = HexFormat.of().formatHex(cms(digest.digest()));
        return (new String(padded, StandardCharsets.US_ASCII) + "<" + hex + "0".repeat(ROOM - hex.length()) + ">" + after).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] cms(byte[] digest) throws Exception {
        KeyPair keys = keys();
        var attributes = new DERSet(of(new ASN1ObjectIdentifier("1.2.840.113549.1.9.4"), new DERSet(new DEROctetString(digest))));
        byte[] signature = sign(keys, attributes.getEncoded(ASN1Encoding.DER));
        var signer = of(new ASN1Integer(1), of(new X500Name("CN=Truong Cong an xa"), new ASN1Integer(7)), SHA256, new DERTaggedObject(false, 0, attributes), RSA, new DEROctetString(signature));
        var signed = of(new ASN1Integer(1), new DERSet(SHA256), of(new ASN1ObjectIdentifier("1.2.840.113549.1.7.1")), new DERTaggedObject(false, 0, new DERSet(certificate(keys))), new DERSet(signer));
        return of(new ASN1ObjectIdentifier("1.2.840.113549.1.7.2"), new DERTaggedObject(true, 0, signed)).getEncoded(ASN1Encoding.DER);
    }

    private static DERSequence certificate(KeyPair keys) throws Exception {
        var made = new V1TBSCertificateGenerator();
        made.setSerialNumber(new ASN1Integer(7));
        made.setIssuer(new X500Name("CN=Truong Cong an xa"));
        made.setSubject(new X500Name("CN=Truong Cong an xa"));
        made.setSignature(RSA);
        made.setStartDate(new Time(Date.from(Instant.parse("2026-01-01T00:00:00Z"))));
        made.setEndDate(new Time(Date.from(Instant.parse("2030-01-01T00:00:00Z"))));
        made.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        var part = made.generateTBSCertificate();
        return of(part, RSA, new DERBitString(sign(keys, part.getEncoded(ASN1Encoding.DER))));
    }

    private static byte[] sign(KeyPair keys, byte[] bytes) throws Exception {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    private static DERSequence of(org.bouncycastle.asn1.ASN1Encodable... parts) {
        var all = new ASN1EncodableVector();
        for (var part : parts) {
            all.add(part);
        }
        return new DERSequence(all);
    }
}
