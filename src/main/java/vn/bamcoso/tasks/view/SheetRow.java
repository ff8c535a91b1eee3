package vn.bamcoso.tasks.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One task on the sheet of a meeting.
 *
 * @param leads names, or how many offices; {@code latest} most days that one of its shares is late
 * @param stuck what blocks it, of those that are blocked
 */
public record SheetRow(
        int task, @Nullable Integer number, String title, String leads, String cooperating, LocalDate due, String deliverable, int shares, int done, int doneLate, int open, int openLate, int latest, String stuck) {}
