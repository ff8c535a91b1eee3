package vn.bamcoso.tasks.working;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.tasks.See;

/** The acts on a share, each an address of its own; {@code lock} is what the user saw. */
@Controller
@RequestMapping("/tasks/shares/{id}")
class ActsPage {
    private final Working working;
    private final Deciding deciding;
    private final Telling telling;

    ActsPage(Working working, Deciding deciding, Telling telling) {
        this.working = working;
        this.deciding = deciding;
        this.telling = telling;
    }

    @PostMapping("/acceptance")
    View accept(@PathVariable long id, @RequestParam int lock) {
        working.accept(id, lock);
        return done(id, "accepted");
    }

    @PostMapping("/refusal")
    View refuse(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        working.refuse(id, lock, note);
        return done(id, "refused");
    }

    @PostMapping("/progress")
    View progress(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable Integer percent, @RequestParam(required = false) @Nullable String note) {
        working.progress(id, lock, percent, note);
        return done(id, "progressed");
    }

    @PostMapping("/hindrance")
    View block(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        working.block(id, lock, note);
        return done(id, "blocked");
    }

    @PostMapping("/resumption")
    View unblock(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        working.unblock(id, lock, note);
        return done(id, "unblocked");
    }

    @PostMapping("/completion")
    View propose(@PathVariable long id, @RequestParam int lock, @RequestParam(defaultValue = "") String day, @RequestParam(required = false) @Nullable String note) {
        working.propose(id, lock, day.isBlank() ? null : DateWords.parse(day), note);
        return done(id, "proposed");
    }

    @PostMapping("/recognition")
    View recognise(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        deciding.recognise(id, lock, note);
        return done(id, "recognised");
    }

    @PostMapping("/return")
    View giveBack(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        deciding.giveBack(id, lock, note);
        return done(id, "returned");
    }

    @PostMapping("/reassignment")
    View reassign(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        deciding.reassign(id, lock, note);
        return done(id, "reassigned");
    }

    @PostMapping("/withdrawal")
    View withdraw(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        deciding.withdraw(id, lock, note);
        return done(id, "withdrawn");
    }

    @PostMapping("/cause")
    View cause(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String note) {
        deciding.confirmCause(id, lock, note);
        return done(id, "cause_confirmed");
    }

    @PostMapping("/extension")
    View askExtension(@PathVariable long id, @RequestParam int lock, @RequestParam String until, @RequestParam(required = false) @Nullable String note) {
        deciding.askExtension(id, lock, DateWords.parse(until), note);
        return done(id, "extension_asked");
    }

    @PostMapping("/extension/decision")
    View decideExtension(@PathVariable long id, @RequestParam int lock, @RequestParam boolean granted, @RequestParam(required = false) @Nullable String note) {
        deciding.decideExtension(id, lock, granted, note);
        return done(id, granted ? "extension_granted" : "extension_declined");
    }

    @PostMapping("/evidence")
    View prove(@PathVariable long id, @RequestParam String kind, @RequestParam(required = false) @Nullable String content, @RequestParam(required = false) @Nullable String note) {
        telling.prove(id, kind, content, note);
        return done(id, "evidenced");
    }

    @PostMapping("/questions")
    View ask(@PathVariable long id, @RequestParam(required = false) @Nullable String note) {
        telling.ask(id, note);
        return done(id, "asked");
    }

    @PostMapping("/questions/{question}/answer")
    View answer(@PathVariable long id, @PathVariable long question, @RequestParam(required = false) @Nullable String note) {
        telling.answer(id, question, note);
        return done(id, "answered");
    }

    private static View done(long id, String act) {
        return See.other("/tasks/shares/" + id + "?done=" + act);
    }
}
