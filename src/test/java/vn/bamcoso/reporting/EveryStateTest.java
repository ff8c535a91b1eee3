package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** One report walks through every state there is; in each, everything that may not be done is tried by whoever could do it elsewhere, and changes nothing. */
@InTheHouse
class EveryStateTest {
    /** Who does it, and in which states alone it may be done. */
    private enum Act {
        CELLS("cells", "clerk", Status.DRAFT, Status.RETURNED, Status.CORRECTING),
        PRESENT("presentation", "clerk", Status.DRAFT, Status.RETURNED, Status.CORRECTING),
        SEND("sending", "chief", Status.PRESENTED),
        GIVE_BACK("giving-back", "chief", Status.PRESENTED),
        FORWARD("forwarding", "staff"), // there has been nobody between commune and province since 1 March 2025
        APPROVE("approval", "staff", Status.SUBMITTED),
        RETURN("return", "staff", Status.SUBMITTED),
        CORRECT("correction", "clerk", Status.APPROVED),
        REOPEN("reopening", "staff", Status.APPROVED),
        DROP("correction/drop", "clerk", Status.CORRECTING);

        private final String path;
        private final String who;
        private final List<Status> in;

        Act(String path, String who, Status... in) {
            this.path = path;
            this.who = who;
            this.in = List.of(in);
        }
    }

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private Map<String, Browser> people;
    private final List<String> tried = new ArrayList<>();
    private long id;

    @Test
    void everyForbiddenStepOfEveryStateIsRefusedAndLeavesNoTrace() {
        DongVan.Team team = dongVan.team();
        people = Map.of("clerk", users.signIn(team.clerk()), "chief", users.signIn(team.chief()), "staff", users.signIn(team.staff()));
        id = Long.parseLong(people.get("clerk").post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);

        isIn(Status.DRAFT).does(Act.PRESENT).isIn(Status.PRESENTED).does(Act.GIVE_BACK).stands(Status.DRAFT)
                .does(Act.PRESENT).does(Act.SEND).isIn(Status.SUBMITTED).does(Act.RETURN).isIn(Status.RETURNED)
                .does(Act.PRESENT).does(Act.GIVE_BACK).stands(Status.RETURNED).does(Act.PRESENT).does(Act.SEND).does(Act.APPROVE)
                .isIn(Status.APPROVED).does(Act.CORRECT).isIn(Status.CORRECTING).does(Act.DROP).stands(Status.APPROVED)
                .does(Act.REOPEN).stands(Status.CORRECTING).does(Act.PRESENT).does(Act.GIVE_BACK).stands(Status.CORRECTING)
                .does(Act.PRESENT).does(Act.SEND).does(Act.RETURN).does(Act.DROP).stands(Status.APPROVED);
        // The commune is merged while somebody writes: this is the act of a restructuring, see SuccessionTest.
        users.asOwner(jdbc -> jdbc.sql("update reporting.submission set status = 'lapsed' where id = ?").param(id).update());
        isIn(Status.LAPSED);
        int allowed = java.util.Arrays.stream(Act.values()).mapToInt(act -> act.in.size()).sum();
        assertThat(tried).as("every act in every state in which it may not be done").hasSize(Act.values().length * Status.values().length - allowed);
    }

    private EveryStateTest stands(Status status) {
        assertThat(found()).startsWith(status.code() + " ");
        return this;
    }

    private EveryStateTest isIn(Status status) {
        stands(status);
        String before = found();
        for (Act act : Act.values()) {
            if (!act.in.contains(status)) {
                assertThat(answer(act).status()).as("%s in state %s", act, status).isEqualTo(409);
                assertThat(found()).as("after %s in state %s", act, status).isEqualTo(before);
                tried.add(status + " " + act);
            }
        }
        return this;
    }

    private EveryStateTest does(Act act) {
        Browser.Reply done = answer(act);
        assertThat(done.status()).as("%s: %s", act, done.body()).isEqualTo(303);
        return this;
    }

    private Browser.Reply answer(Act act) {
        Map<String, String> fields = new HashMap<>(act == Act.PRESENT || act == Act.CELLS ? JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1) : Map.of("remark", "Xem lại.", "reason", "Tính sót."));
        users.asOwner(jdbc -> jdbc.sql("select indicator || ' ' || version from reporting.draft_cell where submission_id = ?").param(id).query(String.class).list())
                .forEach(cell -> fields.put("n." + cell.split(" ")[0], cell.split(" ")[1]));
        fields.put("lock", String.valueOf(users.<Integer>asOwner(jdbc -> jdbc.sql("select version from reporting.submission where id = ?").param(id).query(Integer.class).single())));
        return people.get(act.who).post("/submissions/" + id + "/" + act.path, fields);
    }

    /** Everything by which one could see that something was done. */
    private String found() {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select s.status || ' lock ' || s.version || ', revision ' || s.revision || ', steps ' || (select count(*) from reporting.step t where t.submission_id = s.id)
                            || ', cells ' || (select coalesce(sum(c.version), 0) from reporting.draft_cell c where c.submission_id = s.id)
                            || ', trail ' || (select count(*) from audit.entry e where e.subject = 'submission:' || s.id)
                            || ', origins ' || (select count(*) from figures.origin o where o.kind = 'submission' and o.ref = s.id)
                        from reporting.submission s where s.id = ?""").param(id).query(String.class).single());
    }
}
