package vn.bamcoso.tasks.paper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.tasks.See;

/** From a directive to the document that reports on it. */
@Controller
class ResultsPage {
    private final ResultsReports reports;

    ResultsPage(ResultsReports reports) {
        this.reports = reports;
    }

    @PostMapping("/directives/{id:\\d+}/reports")
    View open(@PathVariable int id, @RequestParam int office, @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String since, @RequestParam(defaultValue = "") String period) {
        if (!period.isBlank()) {
            return See.other("/documents/" + reports.open(id, office, Period.parse(period)));
        }
        return See.other("/documents/" + reports.open(id, office, DateWords.parse(on), since.isBlank() ? null : DateWords.parse(since)));
    }

    @PostMapping("/directives/{id:\\d+}/notice")
    View conclude(@PathVariable int id) {
        return See.other("/documents/" + reports.conclude(id));
    }
}
