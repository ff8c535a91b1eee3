package vn.bamcoso.tasks.bound;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.tasks.See;

/** What the issuer decides about a follow-up that was proposed: it becomes a draft, or it is declined. */
@Controller
class FollowUpPage {
    private final FollowUps followUps;

    FollowUpPage(FollowUps followUps) {
        this.followUps = followUps;
    }

    @PostMapping("/tasks/{task:\\d+}/follow-ups/{id}/acceptance")
    View accept(@PathVariable int task, @PathVariable int id) {
        return See.other("/tasks/" + followUps.accept(task, id) + "/edit");
    }

    @PostMapping("/tasks/{task:\\d+}/follow-ups/{id}/refusal")
    View decline(@PathVariable int task, @PathVariable int id, @RequestParam(required = false) @Nullable String reason) {
        followUps.decline(task, id, reason);
        return See.other("/tasks/" + task + "#follow-ups");
    }
}
