package vn.bamcoso.territory.restructuring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A step of lineage that an act makes. */
record Edge(int old, @Nullable Integer successor, @Nullable BigDecimal share, String relation) {}
