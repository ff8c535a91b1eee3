package vn.bamcoso.staffing.wave;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;

/** Waves: the list, a file, the preview by commune, the decision, and the way back. */
@Controller
@Tag(name = "staffing")
public class WaveController {
    private static final int SHOWN = 400;

    public record Shown(Waves.Wave wave, List<Waves.Line> lines, List<Waves.Balance> balance, Map<Short, Titles.Title> titles, LocalDate today, boolean may) {}

    /** @param wave missing for a check */
    record Answer(@Nullable Integer wave, int people) {}

    private final Waves waves;
    private final WaveActs acts;
    private final Titles titles;
    private final Area area;

    WaveController(Waves waves, WaveActs acts, Titles titles, Area area) {
        this.waves = waves;
        this.acts = acts;
        this.titles = titles;
        this.area = area;
    }

    @GetMapping("/staffing/waves")
    View list() {
        return Html.of("staffing/wave/waves", "waves", waves.list(), "today", area.today(), "may", area.of(CurrentUser.require(), Area.PERSONNEL).isPresent());
    }

    @PostMapping("/staffing/waves")
    View draft(@RequestParam(defaultValue = "") String title, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effective, @RequestParam MultipartFile file, Locale locale) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return new RedirectView("/staffing/waves/" + acts.draft(title, name, file.getBytes(), effective, locale));
    }

    @GetMapping("/staffing/waves/{id}")
    View show(@PathVariable int id) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        List<Waves.Line> lines = waves.lines(wave);
        return Html.of("staffing/wave/wave", "shown", new Shown(wave, lines.stream().limit(SHOWN).toList(), waves.balance(lines, wave.effective()), titles.on(wave.effective()), area.today(), area.mayMove(CurrentUser.require(), wave.officeId())));
    }

    @PostMapping("/staffing/waves/{id}/decision")
    View decide(@PathVariable int id, @RequestParam String decision, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn) {
        acts.decide(id, decision, decidedOn);
        return new RedirectView("/staffing/waves/" + id);
    }

    @PostMapping("/staffing/waves/{id}/undoing")
    View undo(@PathVariable int id) {
        acts.undo(id);
        return new RedirectView("/staffing/waves/" + id);
    }

    @PostMapping(path = "/api/staffing/waves", consumes = {"text/csv", "application/octet-stream"})
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A wave of transfers from CSV", description = "Columns: Số hiệu; Mã đơn vị đến; Chức danh. With check=true nothing is kept; every fault is named with row and column. What is kept is a draft that only its drafter sees.")
    Answer post(
            @RequestBody byte[] csv, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effective, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean check, Locale locale) {
        if (check) {
            return new Answer(null, acts.check("wave.csv", csv, effective, locale));
        }
        int id = acts.draft(title, "wave.csv", csv, effective, locale);
        return new Answer(id, waves.byId(id).orElseThrow(Problem::notFound).people());
    }
}
