package vn.bamcoso.territory.restructuring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A restructuring as its pages show it. */
public record ActView(
        int id, ActHead head, @Nullable String titleEnglish, @Nullable String noteEnglish, int preparedBy, String preparedName, Instant preparedAt,
        @Nullable String committedName, @Nullable Instant committedAt, @Nullable String withdrawnName, @Nullable Instant withdrawnAt, List<Change> changes) {
    public enum Stage {
        DRAFT, COMING, IN_FORCE, WITHDRAWN;

        public String text() {
            return "territory.act.stage." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public String tone() {
            return switch (this) {
                case DRAFT -> "amber";
                case COMING, IN_FORCE -> "green";
                case WITHDRAWN -> "";
            };
        }
    }

    public Stage stage(LocalDate today) {
        if (withdrawnAt != null) {
            return Stage.WITHDRAWN;
        }
        if (committedAt == null) {
            return Stage.DRAFT;
        }
        return head.effective().isAfter(today) ? Stage.COMING : Stage.IN_FORCE;
    }
}
