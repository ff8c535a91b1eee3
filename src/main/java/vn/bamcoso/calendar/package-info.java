/**
 * Reporting periods, the days on which they begin and end, deadlines, working days and public holidays, and how Vietnamese
 * and English write a day. Owns no table: a period is kept by other rooms as (kind, start, end). Publishes {@code Period},
 * {@code PeriodRule}, {@code DeadlineRule}, {@code WorkingDays}, {@code VietnamTime}, {@code DateWords}. Needs the texts of {@code basics}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "calendar", allowedDependencies = {"basics"})
@org.jspecify.annotations.NullMarked
package vn.bamcoso.calendar;
