package vn.bamcoso.figures.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.shell.Html;

/** One indicator, for any period, on any map, as known at any moment: as a page and as a file. */
@Controller
public class FigurePages {
    private final Reading reading;
    private final Showing showing;
    private final Files files;

    FigurePages(Reading reading, Showing showing, Files files) {
        this.reading = reading;
        this.showing = showing;
        this.files = files;
    }

    @GetMapping("/figures/{code}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View figure(
            @PathVariable String code, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable String known, Locale locale) {
        return Html.of("figures/page/figure", "shown", showing.show(reading.of(code, period, level, within, map, known), locale));
    }

    @GetMapping("/figures/{code}/table.csv")
    void csv(
            @PathVariable String code, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable String known, Locale locale, HttpServletResponse response)
            throws IOException {
        files.csv(reading.of(code, period, level, within, map, known), locale, response);
    }

    @GetMapping("/figures/{code}/table.xlsx")
    void excel(
            @PathVariable String code, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable String known, Locale locale, HttpServletResponse response)
            throws IOException {
        files.excel(reading.of(code, period, level, within, map, known), locale, response);
    }
}
