package vn.bamcoso.audit;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.audit.seal.AuditKey;
import vn.bamcoso.audit.seal.ChainCheck;
import vn.bamcoso.audit.seal.Marks;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.store.Database;

/**
 * {@code audit verify}: reads the whole trail, in one snapshot and as the owner of the tables, and says what does not
 * hold: changed, inserted and removed lines, in the middle and at the end, changed and removed contents.
 */
public final class Verification {
    /**
     * One thing that does not hold.
     *
     * @param kind its sentence in the language files is {@code audit.finding.<kind>}
     * @param line number of the line as the trail page shows it (entry id); 0 when the line is not there any more
     * @param number place in the sealed order; 0 when it has none
     * @param detail what else there is to say, e.g. how many lines; may be empty
     */
    public record Finding(String kind, long line, long number, String detail) {
        public String sentence(Texts texts) {
            return texts.get("audit.finding." + kind, String.valueOf(line), String.valueOf(number), detail);
        }
    }

    /**
     * @param lines that were read
     * @param end of the chain as it stands; null when nothing is sealed
     * @param notes what is no fault but should be known: contents erased by order, lines not sealed yet
     */
    public record Report(long lines, @Nullable Head end, List<Finding> findings, List<Finding> notes) {
        public boolean holds() {
            return findings.isEmpty();
        }

        /** What to print, a line each; the last says whether the trail holds. */
        public List<String> print(Texts texts) {
            var all = new java.util.ArrayList<String>();
            findings.forEach(finding -> all.add(finding.sentence(texts)));
            notes.forEach(note -> all.add(note.sentence(texts)));
            String last = end == null ? "-" : end.printed();
            all.add(holds() ? texts.get("audit.verify.holds", lines, last) : texts.get("audit.verify.broken", lines, findings.size(), last));
            return all;
        }
    }

    private Verification() {}

    /**
     * @param data the data folder with {@code audit.key} and {@code audit.heads}
     * @param fromPaper heads that the chain must still have, e.g. from the foot of an issued document
     * @throws vn.bamcoso.store.StoreProblem when the key or the database cannot be read
     */
    public static Report run(Database database, Path data, List<Head> fromPaper) {
        var marks = new Marks(AuditKey.find(System.getenv("BAMCOSO_AUDIT_KEY"), data));
        return new ChainCheck(marks, data, fromPaper).of(database);
    }
}
