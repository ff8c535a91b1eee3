package vn.bamcoso.tasks.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;

/**
 * One task on the sheet of a meeting.
 *
 * @param named who leads, while they are few; {@code latest} most days that one of its shares is late
 * @param stuck what blocks it, of those that are blocked
 */
public record SheetRow(
        int task, @Nullable Integer number, String title, @Nullable String named, String cooperating, LocalDate due, String deliverable, int shares, int done, int doneLate, int open, int openLate, int latest, String stuck) {
    public String leads(Texts texts) {
        return named == null ? texts.get("tasks.sheet.leads", shares) : named;
    }
}
