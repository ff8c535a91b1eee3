package vn.bamcoso.figures;

import org.jspecify.annotations.Nullable;

/**
 * Where figures come from.
 *
 * @param kind which {@link Source} can name and link it: {@code submission} …
 * @param ref its id there
 * @param note a word for the reader of the provenance
 */
public record Origin(String kind, @Nullable Long ref, @Nullable String note) {}
