package vn.bamcoso.reporting.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Assets;
import vn.bamcoso.shell.Html;

/**
 * Working without a line: the page that opens without one, what it takes along, and what it brings back. The page itself carries
 * nobody's name, so that it can lie in the browser; everything of a person's lies there encrypted.
 */
@Controller
public class OfflinePage {
    private static final String WORKER = "static/js/offline-worker.js";
    private static final List<String> SHELL = List.of("/css/look.css", "/js/offline-drafts.js", "/js/offline-store.js", "/js/offline-sending.js", "/img/mark.svg",
            "/fonts/be-vietnam-pro-latin-400-normal.woff2", "/fonts/be-vietnam-pro-vietnamese-400-normal.woff2", "/fonts/be-vietnam-pro-latin-600-normal.woff2", "/fonts/be-vietnam-pro-vietnamese-600-normal.woff2");

    private final Devices devices;
    private final Luggage luggage;
    private final Packages packages;
    private final JsonMapper json;

    OfflinePage(Devices devices, Luggage luggage, Packages packages, JsonMapper json) {
        this.devices = devices;
        this.luggage = luggage;
        this.packages = packages;
        this.json = json;
    }

    /** @param words what the page's script says, as JSON */
    public record Shown(String lang, String words) {}

    /**
     * A computer on which somebody keeps drafts.
     *
     * @param browser and system, as far as they are known
     */
    public record Device(UUID id, String browser, Instant madeAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(int user, String name, String csrf, String key, String sign, Map<String, String> words) {}

    /** @param form the version of the form that the draft was written for; null: not said */
    record Once(String key, @Nullable Integer form) {}

    @GetMapping("/offline")
    View offline(Locale locale) {
        Texts texts = Texts.of(locale);
        return Html.of("reporting/offline/offline", "shown", new Shown(locale.getLanguage(), json.writeValueAsString(words(texts))));
    }

    private static Map<String, String> words(Texts texts) {
        Map<String, String> words = new TreeMap<>();
        for (String word : List.of("none", "locked", "line", "no-line", "saved", "queued", "sent", "conflict", "keep", "take", "refused", "signin", "other", "due", "open", "queue", "unqueue", "file", "remark", "back", "fetched", "changed", "gone", "drop", "look")) {
            words.put(word, texts.get("reporting.offline." + word));
        }
        return words;
    }

    @GetMapping(path = "/offline-worker.js")
    @ResponseBody
    ResponseEntity<String> worker() throws IOException {
        List<String> addresses = new ArrayList<>(SHELL.stream().map(Assets::address).toList());
        String script = new ClassPathResource(WORKER).getContentAsString(StandardCharsets.UTF_8).replace("\"@SHELL@\"", json.writeValueAsString(addresses));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8")).cacheControl(CacheControl.noCache()).body(script);
    }

    @GetMapping(path = "/manifest.webmanifest")
    @ResponseBody
    ResponseEntity<String> manifest(Locale locale) {
        Texts texts = Texts.of(locale);
        String manifest = json.writeValueAsString(Map.of(
                "name", "Bám Cơ Sở", "short_name", "Bám Cơ Sở", "start_url", "/offline", "scope", "/", "display", "standalone", "lang", locale.getLanguage(), "background_color", "#f6f5f1", "theme_color", "#14503a",
                "description", texts.get("reporting.offline.title"), "icons", List.of(Map.of("src", Assets.address("/img/mark.svg"), "sizes", "any", "type", "image/svg+xml"))));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/manifest+json;charset=UTF-8")).body(manifest);
    }

    /** Who is signed in, and the keys of this computer. */
    @GetMapping("/offline/devices/{device}")
    @ResponseBody
    ResponseEntity<Me> me(@PathVariable UUID device, HttpServletRequest request, Locale locale) {
        CurrentUser user = CurrentUser.require();
        Devices.Keys keys = devices.keys(device, String.valueOf(request.getHeader("User-Agent")));
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var coder = Base64.getEncoder();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Me(user.id(), user.name(), token.getToken(), coder.encodeToString(keys.encrypt()), coder.encodeToString(keys.sign()), words(Texts.of(locale))));
    }

    @PostMapping("/offline/devices/{device}/end")
    View end(@PathVariable UUID device) {
        devices.end(device);
        return Redirect.to("/offline/packages?done=ended");
    }

    /** The forms that are due, each with what it asks and what stands in it. */
    @GetMapping("/offline/forms")
    @ResponseBody
    ResponseEntity<List<Luggage.Draft>> forms(Locale locale) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(luggage.pack(Texts.of(locale)));
    }

    /** Puts the draft before the chief; once for a key, however often it comes. */
    @PostMapping("/submissions/{id}/offline-presentation")
    @ResponseBody
    Luggage.State present(@PathVariable long id, @RequestBody Once once, Locale locale) {
        return luggage.present(id, once.key(), once.form(), Texts.of(locale));
    }

    @GetMapping("/offline/packages")
    View packages(@RequestParam(required = false) @Nullable Integer cells, @RequestParam(defaultValue = "") String done) {
        return Html.of("reporting/offline/packages", "cells", cells, "ended", done.equals("ended"), "devices", devices.mine());
    }

    @PostMapping("/offline/packages")
    View bring(@RequestParam(required = false) @Nullable MultipartFile file, Locale locale) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.refused("documents.problem.file.empty");
        }
        try {
            return Redirect.to("/offline/packages?cells=" + packages.bring(json.readValue(file.getBytes(), Packages.Package.class), Texts.of(locale)));
        } catch (JacksonException | IllegalArgumentException none) {
            throw Problem.refused("reporting.problem.package-unknown");
        }
    }
}
