package vn.bamcoso.figures.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement as somebody enters it.
 *
 * @param indicator code
 * @param place key of any day on which it was there
 * @param period code, as {@code @2021-04-23} or {@code ~2018}; null when the source gives none
 * @param printed the number with its word, exactly as printed: {@code gần 45.000}
 * @param corrects id of a statement that was entered wrongly and is superseded by this one
 */
public record NewStatement(
        @Nullable String indicator, @Nullable String place, @Nullable String period, @Nullable LocalDate mapDay, @Nullable String printed, @Nullable String unit,
        @Nullable String article, @Nullable String publisher, @Nullable LocalDate published, @Nullable String eventVi, @Nullable String eventEn,
        @Nullable String noteVi, @Nullable String noteEn, @Nullable Integer corrects) {}
