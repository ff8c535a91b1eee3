package vn.bamcoso.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one origin among many that are recorded together, such as one report of a file that brings ten thousand.
 *
 * @param knownFrom the moment from which they are known; null: now. Only the demonstration may look back
 */
public record Lot(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom) {}
