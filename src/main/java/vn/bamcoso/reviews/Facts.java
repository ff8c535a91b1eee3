package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;

/** What a review asks of the figures, in the scope of the running transaction. */
interface Facts {
    /** Announces what will be asked for within this transaction, so that slots of one area and period are asked together. */
    default void foresee(List<Slot> slots, @Nullable Instant known) {}

    /** @param known null: as known now */
    Optional<Fact> find(Slot slot, @Nullable Instant known);

    /** A row of a table by place. @param cells in the order of the columns; null where there is no figure */
    record Row(String placeKey, String place, List<@Nullable BigDecimal> cells) {}

    /** A table by place: its rows in the order of the official list, and the row of the whole. */
    record Table(List<Row> rows, Row total) {}

    Table table(AnnexSpec spec, @Nullable Instant known);

    /** "Cán bộ Công an chính quy đã bố trí, toàn quốc, tính đến ngày 23/4/2021". */
    String name(Slot slot);

    /** Something that a reader of the report should know before relying on a figure: another source says otherwise, a denominator nobody stated. */
    record Doubt(String figure, String sentence, String link) {}

    List<Doubt> doubts(List<Slot> slots, Texts texts);
}
