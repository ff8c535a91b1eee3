package vn.bamcoso.notices.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.notices.Deadlines;

/** What a calendar program fetches without signing in: the due days of whose address it is, from a month ago to a year ahead. */
@Controller
class CalendarFeed {
    private final List<Deadlines> rooms;
    private final CalendarAddresses addresses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarFeed(List<Deadlines> rooms, CalendarAddresses addresses, TransactionTemplate transaction, Clock clock) {
        this.rooms = rooms;
        this.addresses = addresses;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/calendar/{word:[A-Za-z0-9_-]{32}}.ics")
    ResponseEntity<byte[]> days(@PathVariable String word, @RequestParam(defaultValue = "vi") String lang, HttpServletRequest request) {
        CurrentUser owner = addresses.owner(word, request.getRemoteAddr()).orElseThrow(Problem::notFound);
        Texts texts = lang.equals("en") ? Texts.en() : Texts.vi();
        String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        LocalDate today = VietnamTime.today(clock);
        List<CalendarText.Entry> entries = owner.call(() -> transaction.execute(running -> rooms.stream()
                .flatMap(room -> room.mine(today.minusMonths(1), today.plusYears(1)).stream()
                        .map(mine -> new CalendarText.Entry(room.code() + "-" + mine.ref() + "@bamcoso", mine.lastDay(), mine.name().apply(texts), here + mine.link())))
                .toList()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"bamcoso.ics\"")
                .cacheControl(CacheControl.noStore())
                .body(CalendarText.of(texts.get("notices.calendar.name", owner.name()), entries, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }
}
