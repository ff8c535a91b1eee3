package vn.bamcoso.staffing.wave;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.move.Checklist;

/** Waves: the list, a file, the preview by commune, the decision, and the way back. */
@Controller
@Tag(name = "staffing")
public class WaveController {
    private static final int SHOWN = 400;

    public record Shown(Waves.Wave wave, List<Waves.Line> lines, List<Waves.Balance> balance, Map<Short, Titles.Title> titles, LocalDate today, boolean may, List<Waves.Wave> changing, Waves.@Nullable Wave changed, List<Checklist.Tally> checks) {}

    /** @param wave missing for a check */
    record Answer(@Nullable Integer wave, int people) {}

    private final Waves waves;
    private final WaveActs acts;
    private final WaveDeciding deciding;
    private final Checklist checklist;
    private final Titles titles;
    private final Area area;
    private final WaveTemplate template;

    WaveController(Waves waves, WaveActs acts, WaveDeciding deciding, Checklist checklist, Titles titles, Area area, WaveTemplate template) {
        this.template = template;
        this.waves = waves;
        this.acts = acts;
        this.deciding = deciding;
        this.checklist = checklist;
        this.titles = titles;
        this.area = area;
    }

    @GetMapping("/staffing/waves")
    View list() {
        return Html.of("staffing/wave/waves", "waves", waves.list(), "today", area.today(), "may", area.of(CurrentUser.require(), Area.PERSONNEL).isPresent());
    }

    @GetMapping("/staffing/waves/template")
    void template(HttpServletResponse response) throws IOException {
        area.of(CurrentUser.require(), Area.PERSONNEL).orElseThrow(Problem::notFound);
        template.of(area.today()).send(response);
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
        return Html.of("staffing/wave/wave", "shown", new Shown(wave, lines.stream().limit(SHOWN).toList(), waves.balance(wave, lines), titles.on(wave.effective()), area.today(), area.mayMove(CurrentUser.require(), wave.officeId()), waves.changing(id),
                wave.changesId() == null ? null : waves.byId(wave.changesId()).orElse(null), checklist.ofWave(id)));
    }

    @PostMapping("/staffing/waves/{id}/decision")
    View decide(@PathVariable int id, @RequestParam String decision, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn) {
        deciding.decide(id, decision, decidedOn);
        return new RedirectView("/staffing/waves/" + id);
    }

    @PostMapping("/staffing/waves/{id}/undoing")
    View undo(@PathVariable int id) {
        deciding.undo(id);
        return new RedirectView("/staffing/waves/" + id);
    }

    /** Other posts for some of an issued wave. */
    @PostMapping("/staffing/waves/{id}/amendment")
    View amend(@PathVariable int id, @RequestParam String why, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effective, @RequestParam MultipartFile file, Locale locale) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return new RedirectView("/staffing/waves/" + acts.amend(id, why, name, file.getBytes(), effective, locale));
    }

    /** Everybody of an issued wave goes back. */
    @PostMapping("/staffing/waves/{id}/revocation")
    View revoke(@PathVariable int id, @RequestParam String why, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effective) {
        return new RedirectView("/staffing/waves/" + acts.revoke(id, why, effective));
    }

    @PostMapping("/staffing/waves/{id}/checks")
    View check(@PathVariable int id, @RequestParam String item, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String document) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        checklist.tickWave(id, wave.officeId(), item, day, document, null);
        return new RedirectView("/staffing/waves/" + id);
    }

    @PostMapping(path = "/api/staffing/waves", consumes = {"text/csv", "application/octet-stream"})
    @ResponseBody
    @Operation(summary = "A wave of transfers from CSV", description = "Columns: Số hiệu; Mã đơn vị đến; Chức danh. With check=true nothing is kept; every fault is named with row and column. What is kept is a draft that only its drafter sees.")
    ResponseEntity<Answer> post(
            @RequestBody byte[] csv, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effective, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean check, Locale locale) {
        if (check) {
            return ResponseEntity.ok(new Answer(null, acts.check("wave.csv", csv, effective, locale)));
        }
        int id = acts.draft(title, "wave.csv", csv, effective, locale);
        return ResponseEntity.created(URI.create("/staffing/waves/" + id)).body(new Answer(id, waves.byId(id).orElseThrow(Problem::notFound).people()));
    }
}
