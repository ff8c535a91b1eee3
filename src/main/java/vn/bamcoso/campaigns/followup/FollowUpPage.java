package vn.bamcoso.campaigns.followup;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.tasks.See;

/** What is decided about a follow-up of a campaign: it becomes the draft of a task, or it is declined. */
@Controller
class FollowUpPage {
    private final Campaigns campaigns;
    private final FollowUps followUps;

    FollowUpPage(Campaigns campaigns, FollowUps followUps) {
        this.campaigns = campaigns;
        this.followUps = followUps;
    }

    @PostMapping("/campaigns/{code}/follow-ups/{id}/acceptance")
    View accept(@PathVariable String code, @PathVariable int id) {
        return See.other("/tasks/" + followUps.accept(campaigns.require(code), id) + "/edit");
    }

    @PostMapping("/campaigns/{code}/follow-ups/{id}/refusal")
    View decline(@PathVariable String code, @PathVariable int id, @RequestParam(required = false) @Nullable String reason) {
        followUps.decline(campaigns.require(code), id, reason);
        return See.other("/campaigns/" + code + "#follow-ups");
    }
}
