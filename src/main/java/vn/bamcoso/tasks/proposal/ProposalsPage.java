package vn.bamcoso.tasks.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.territory.Office;

/** Difficulties and proposals: the list that leads the next report, the form, and the reply. */
@Controller
class ProposalsPage {
    private static final int CARDS = 30;

    private final Proposals proposals;
    private final Tasks tasks;
    private final Choices choices;
    private final Desk desk;

    ProposalsPage(Proposals proposals, Tasks tasks, Choices choices, Desk desk) {
        this.proposals = proposals;
        this.tasks = tasks;
        this.choices = choices;
        this.desk = desk;
    }

    @GetMapping("/proposals")
    @Transactional(readOnly = true)
    View list(@RequestParam(required = false) @Nullable Integer task, @RequestParam(required = false) @Nullable String done, @RequestParam(defaultValue = "1") int page) {
        List<Integer> mine = desk.offices(CurrentUser.require());
        List<String> pass = new ArrayList<>(List.of("", "–"));
        if (!mine.isEmpty()) {
            proposals.above(mine.getFirst()).forEach(office -> pass.addAll(List.of(String.valueOf(office.id()), name(office))));
        }
        List<Proposals.Proposal> all = proposals.all(task);
        Paging paging = new Paging(all.size(), CARDS, page, task == null ? "/proposals" : "/proposals?task=" + task);
        List<Proposals.Proposal> shown = all.subList(paging.offset(), paging.last());
        Map<Long, List<Proposals.Proposal>> alike = shown.stream().filter(Proposals.Proposal::mayReply).collect(Collectors.toMap(Proposals.Proposal::id, one -> Alike.to(one, all)));
        return Html.of("tasks/proposal/proposals", "proposals", all, "shown", shown, "alike", alike, "paging", paging, "pass", pass, "done", done, "today", desk.today());
    }

    @GetMapping("/proposals/new")
    @Transactional(readOnly = true)
    View form(@RequestParam(required = false) @Nullable Integer task, Locale locale) {
        List<Integer> mine = desk.offices(CurrentUser.require());
        if (mine.isEmpty()) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        List<String> own = new ArrayList<>();
        mine.forEach(office -> own.addAll(List.of(String.valueOf(office), choices.name(office))));
        List<String> above = new ArrayList<>();
        proposals.above(mine.getFirst()).forEach(office -> above.addAll(List.of(String.valueOf(office.id()), name(office))));
        Task about = task == null ? null : tasks.get(task);
        return Html.of("tasks/proposal/newproposal", "about", about, "own", own, "above", above, "fields", choices.fields(Texts.of(locale)));
    }

    @PostMapping("/proposals")
    View make(@RequestParam(required = false) @Nullable Integer task, @RequestParam int office, @RequestParam int to, @RequestParam(defaultValue = "") String difficulty, @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String proposal, @RequestParam(defaultValue = "") String wanted, @RequestParam short field) {
        proposals.make(new Proposals.NewProposal(task, office, to, difficulty, cause, proposal, wanted.isBlank() ? null : DateWords.parse(wanted), field));
        return See.other("/proposals?done=made");
    }

    @PostMapping("/proposals/{id}/reply")
    View reply(@PathVariable long id, @RequestParam String how, @RequestParam(required = false) @Nullable String note, @RequestParam(required = false) @Nullable Integer pass) {
        proposals.reply(id, how, note, pass);
        return See.other("/proposals?done=replied");
    }

    @PostMapping("/proposals/{id}/group")
    View group(@PathVariable long id, @RequestParam long under) {
        proposals.group(id, under);
        return See.other("/proposals?done=grouped");
    }

    private static String name(Office office) {
        return office.kind().equals("department") ? office.code() + " · " + office.name() : office.name();
    }
}
