package vn.bamcoso.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Texts;

/** Notices for programs: what was told to the token's user and to the posts held today. */
@RestController
@Tag(name = "notices", description = "What the user was told: reminders, escalations, news")
class NoticesApi {
    private static final int MOST = 500;

    /**
     * @param kind news, reminder or escalation
     * @param past told before the user came to this post
     * @param asks somebody must confirm; {@code confirmedBy} who did first
     */
    record NoticeJson(
            long id, String kind, String words, String link, @Nullable String office, Instant toldAt, String toldBy, boolean read, boolean past, boolean asks, @Nullable String confirmedBy, @Nullable Instant confirmedAt) {}

    record NoticeList(int total, int limit, int offset, List<NoticeJson> notices) {}

    private final Inbox inbox;

    NoticesApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/api/notices")
    @Operation(summary = "Notices, the newest first")
    NoticeList list(
            @Parameter(description = "Only what is not read or waits to be confirmed") @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "0") int offset, Locale locale) {
        int most = Math.clamp(limit, 1, MOST);
        int from = Math.max(0, offset);
        List<Inbox.Line> lines = inbox.lines(open, most, from);
        boolean vi = Texts.of(locale) == Texts.vi();
        int total = lines.isEmpty() ? from == 0 ? 0 : inbox.lines(open, 1, 0).stream().mapToInt(Inbox.Line::total).findFirst().orElse(0) : lines.getFirst().total();
        return new NoticeList(total, most, from, lines.stream()
                .map(line -> new NoticeJson(line.id(), line.kind(), vi ? line.wordsVi() : line.wordsEn(), line.link(), line.office(), line.toldAt(), line.toldBy(), line.read(), line.past(), line.asks(), line.confirmedBy(), line.confirmedAt()))
                .toList());
    }
}
