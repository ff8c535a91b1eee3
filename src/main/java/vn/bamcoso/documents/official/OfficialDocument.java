package vn.bamcoso.documents.official;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative document by its boxes (Decree 30/2020/NĐ-CP, Annex I, part II), without any formatting: that is the decree's.
 * Immutable; equal documents give equal bytes.
 *
 * @param to         box 9a, Kính gửi: for letters, proposals and reports to a superior; empty for others
 * @param recipients box 9b, Nơi nhận, without dash and mark: "Như trên", "Lưu: VT, V05"
 */
public record OfficialDocument(
        Heads heads, Title title, List<String> to, List<Block> body, Signature signature, List<String> recipients, List<Annex> annexes, Frame frame) {

    public OfficialDocument {
        to = List.copyOf(to);
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
    }

    /**
     * Boxes 2, 3 and 4.
     *
     * @param superior the body above (not bold); null when none is named
     * @param issuer   the body that issues
     * @param place    the place name before the date
     * @param day      null in a draft: blanks to be filled in by hand
     */
    public record Heads(@Nullable String superior, String issuer, Number number, String place, @Nullable LocalDate day) {}

    /**
     * Box 3.
     *
     * @param number one series a year from 01; null in a draft
     * @param symbol kind, issuer, drafting unit: "BC-BCA-V05"
     */
    public record Number(@Nullable Integer number, String symbol) {

        /** "05/BC-CAX"; blanks before the stroke while it has no number. */
        public String text() {
            return (number == null ? "      " : "%02d".formatted(number)) + "/" + symbol;
        }
    }

    /**
     * Box 5.
     *
     * @param kind    BÁO CÁO, KẾ HOẠCH …; null for a letter, whose summary ("V/v …") stands under the number
     * @param summary what it is about
     */
    public record Title(@Nullable String kind, String summary) {}

    /** By whose right one signs. */
    public enum Authority {
        /** On behalf of a collective: thay mặt. */
        TM,
        /** Acting. */
        Q,
        /** In place of the head: ký thay. */
        KT,
        /** By order of the head: thừa lệnh. */
        TL,
        /** By mandate: thừa ủy quyền. */
        TUQ
    }

    /**
     * Box 7.
     *
     * @param of    for whom, in capitals: "KT. BỘ TRƯỞNG" has BỘ TRƯỞNG; null when the head signs
     * @param title of the signer, in capitals; null when the first line says it already (TM. BAN CHỈ ĐẠO without a title)
     * @param rank  printed before the name where the sector's rule allows it; null otherwise
     * @param name  null while nobody has signed
     */
    public record Signature(@Nullable Authority authority, @Nullable String of, @Nullable String title, @Nullable String rank, @Nullable String name) {

        public static Signature ofHead(String title, @Nullable String rank, @Nullable String name) {
            return new Signature(null, null, title, rank, name);
        }
    }

    /**
     * A table or list of its own behind the text, with its own page numbers.
     *
     * @param landscape for wide tables
     */
    public record Annex(String title, List<Block> body, boolean landscape) {
        public Annex {
            body = List.copyOf(body);
        }
    }

    /**
     * What the product adds outside the boxes.
     *
     * @param label in the top margin of each page, such as "Dữ liệu minh họa"; null for none
     * @param foot  one line in the bottom margin, such as the head of the audit trail; null for none
     */
    public record Frame(@Nullable String label, @Nullable String foot) {
        public static final Frame NONE = new Frame(null, null);
    }

    /** SHA-256 of what the document says, apart from how {@link OfficialDocx} of any version lays it out. */
    public String contentSha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
