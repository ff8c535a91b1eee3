package vn.bamcoso.reporting.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;

/**
 * The SHA-256 of what was sent: report, period, place, number of the sending, each value, each remark, who signed and when, one a
 * line. It stands in the foot of the printed report; its first eight digits bind a scan to it.
 */
public record FrozenHash(byte[] bytes) {

    public static FrozenHash of(Submission submission, Revision revision) {
        var text = new StringBuilder();
        text.append("submission=").append(submission.id()).append('\n').append("period=").append(submission.period().code()).append('\n');
        text.append("place=").append(submission.placeId()).append('\n').append("revision=").append(revision.number()).append('\n');
        text.append("signed=").append(revision.submittedBy()).append(' ').append(revision.submittedAt()).append('\n');
        new TreeMap<>(revision.cells()).forEach((code, value) -> text.append(code).append('=').append(value.stripTrailingZeros().toPlainString()).append('\n'));
        new TreeMap<>(revision.remarks()).forEach((code, said) -> text.append(code).append(':').append(said.replace("\n", "\\n")).append('\n'));
        try {
            return new FrozenHash(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What a person reads off the foot and types: "3FA9-01BC". */
    public String code() {
        String digits = hex().substring(0, 8).toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    boolean named(String typed) {
        return typed.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT).equals(code().replace("-", ""));
    }
}
