package vn.bamcoso.notices.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Whole days as iCalendar (RFC 5545): lines of at most 75 octets ended by CRLF, text escaped, days that take up no time. */
final class CalendarText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST = 75;

    /** @param link whole address of its page; empty for none */
    record Entry(String uid, LocalDate day, String summary, String link) {}

    private final StringBuilder out = new StringBuilder();

    private CalendarText() {}

    static String of(String name, List<Entry> entries, Instant made) {
        var text = new CalendarText();
        text.line("BEGIN:VCALENDAR");
        text.line("VERSION:2.0");
        text.line("PRODID:-//Bam Co So//Due days//VI");
        text.line("CALSCALE:GREGORIAN");
        text.line("METHOD:PUBLISH");
        text.line("X-WR-CALNAME:" + escaped(name));
        text.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        for (Entry entry : entries) {
            text.line("BEGIN:VEVENT");
            text.line("UID:" + entry.uid());
            text.line("DTSTAMP:" + MOMENT.format(made));
            text.line("DTSTART;VALUE=DATE:" + DAY.format(entry.day()));
            text.line("DTEND;VALUE=DATE:" + DAY.format(entry.day().plusDays(1)));
            text.line("SUMMARY:" + escaped(entry.summary()));
            if (!entry.link().isEmpty()) {
                text.line("URL:" + entry.link());
            }
            text.line("TRANSP:TRANSPARENT");
            text.line("END:VEVENT");
        }
        text.line("END:VCALENDAR");
        return text.out.toString();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    }

    /** Folds a long line between characters, never within one. */
    private void line(String whole) {
        int octets = 0;
        for (int i = 0; i < whole.length(); ) {
            int point = whole.codePointAt(i);
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += more;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
