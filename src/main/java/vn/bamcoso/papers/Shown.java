package vn.bamcoso.papers;

import java.time.Instant;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Page;

/** Moments and days as the pages of documents write them, in the page's language. */
public final class Shown {
    private Shown() {}

    public static String minute(Instant at, Page page) {
        return DateWords.minute(at, page.texts().locale());
    }
}
