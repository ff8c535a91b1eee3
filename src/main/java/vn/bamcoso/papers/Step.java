package vn.bamcoso.papers;

import java.util.EnumSet;
import java.util.Set;

/**
 * The way of a document. Each constant is something a person did and the place where the document then stands; from
 * there only the steps in {@link #next} are open. The label is the text {@code papers.step.<NAME>}, the meaning
 * {@code papers.step.<NAME>.meaning}, what a button says {@code papers.step.<NAME>.do}.
 */
public enum Step {
    /** Being written. */
    DRAFTED,
    /** Trình: laid before the one who signs; the wording is closed. */
    SUBMITTED,
    /** Ký nháy: somebody other than the drafter has checked it and put the initial beside the last line. */
    INITIALLED,
    /** Ký: signed by who may sign for the issuing body; what was signed is kept as a hash. */
    SIGNED,
    /** Cấp số: the clerk of documents has given it number and day. */
    NUMBERED,
    /** Phát hành: frozen, byte for byte. The end. */
    ISSUED,
    /** Trả lại: sent back to the drafter with the reason; the wording is open again. */
    RETURNED;

    /** What may be done next. */
    public Set<Step> next() {
        return switch (this) {
            case DRAFTED, RETURNED -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(INITIALLED, SIGNED, RETURNED);
            case INITIALLED -> EnumSet.of(SIGNED, RETURNED);
            case SIGNED -> EnumSet.of(NUMBERED, RETURNED);
            case NUMBERED -> EnumSet.of(ISSUED, RETURNED);
            case ISSUED -> EnumSet.noneOf(Step.class);
        };
    }

    public boolean mayBecome(Step step) {
        return next().contains(step);
    }

    /** Whether the wording may be changed. */
    public boolean open() {
        return this == DRAFTED || this == RETURNED;
    }

    public String label() {
        return "papers.step." + name();
    }

    public String meaning() {
        return "papers.step." + name() + ".meaning";
    }

    /** What the button says. */
    public String command() {
        return "papers.step." + name() + ".do";
    }

    /** Tone of its badge. */
    public String tone() {
        return switch (this) {
            case ISSUED -> "green";
            case RETURNED -> "red";
            case DRAFTED -> "";
            default -> "amber";
        };
    }
}
