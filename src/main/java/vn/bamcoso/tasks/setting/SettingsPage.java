package vn.bamcoso.tasks.setting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Clear;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.Settings;

/** How tasks are handled here: which clears are asked, days off, extensions, kinds of task. Everyone may read it, the Ministry Office changes it. */
@Controller
class SettingsPage {
    private final Settings settings;

    SettingsPage(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/tasks/settings")
    @Transactional(readOnly = true)
    View show() {
        CurrentUser user = CurrentUser.require();
        if (!Desk.works(user)) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        return Html.of("tasks/setting/settings", "setting", settings.now(), "kinds", settings.kinds(), "four", Clear.list(false), "six", Clear.list(true), "may", user.has("ministry_office"));
    }

    @PostMapping("/tasks/settings")
    View set(@RequestParam String clears, @RequestParam(required = false) @Nullable String moves, @RequestParam(defaultValue = "") String extensions) {
        if (!List.of("four", "six").contains(clears) || !extensions.strip().matches("\\d{0,2}")) {
            throw Problem.refused("tasks.problem.setting");
        }
        settings.set(new Settings.Setting(clears.equals("six"), moves != null, extensions.isBlank() ? null : Integer.valueOf(extensions.strip())));
        return See.other("/tasks/settings");
    }

    @PostMapping("/tasks/settings/kinds")
    View kind(@RequestParam String code, @RequestParam String vi, @RequestParam String en, @RequestParam(required = false) @Nullable String bare, @RequestParam(required = false) @Nullable String closed) {
        settings.keep(code.strip(), vi, en, bare != null, closed != null);
        return See.other("/tasks/settings#kinds");
    }
}
