package vn.bamcoso.campaigns.opening;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.territory.Place;

/** Opens a campaign or a scheme with its goals and, where they are known, its whole targets. */
@Component
public class Opening {
    private static final Set<String> DENOMINATORS = Set.of("eligible", "present", "unstated");
    private static final Set<String> OUTCOMES = Set.of("met", "exceeded", "met_or_exceeded", "not_met");

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Ground ground;
    private final Trail trail;
    private final Clock clock;

    Opening(JdbcClient jdbc, Indicators indicators, Ground ground, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.ground = ground;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param indicator code; null when nothing counts it
     * @param target of the whole area; null when unknown
     * @param reported met, exceeded, met_or_exceeded or not_met, with its {@code source}; null when no review said
     */
    public record NewGoal(String nameVi, String nameEn, @Nullable String indicator, String unitVi, String unitEn, @Nullable BigDecimal target, @Nullable String reported, @Nullable String source) {}

    /** @param code null: made from the name */
    public record NewCampaign(
            @Nullable String code, boolean scheme, String nameVi, String nameEn, String aboutVi, String aboutEn, short field, Place area, LocalDate firstDay, LocalDate deadline,
            String assignedBy, @Nullable String document, String denominator, List<NewGoal> goals) {}

    /**
     * @return its code
     * @throws Problem with one fault for each field that is wrong
     */
    @Transactional
    public String open(NewCampaign entered) {
        CurrentUser user = CurrentUser.require();
        Place area = ground.area(user, entered.field()).orElseThrow(() -> Problem.forbidden("campaigns.problem.not-yours"));
        boolean ministry = user.has("ministry_office", "department") && area.level().equals("nation");
        boolean province = user.has("provincial_director") && area.id() == entered.area().id();
        if (user.id() != 0 && !ministry && !province) {
            throw Problem.forbidden("campaigns.problem.not-yours");
        }
        check(entered);
        String code = entered.code() != null ? entered.code() : code(entered.nameVi());
        int id = jdbc.sql("""
                        insert into campaigns.campaign (code, kind, name_vi, name_en, about_vi, about_en, field, place_id, first_day, deadline, assigned_by, document, denominator, opened_by, opened_at)
                        values (:code, :kind, :nameVi, :nameEn, :aboutVi, :aboutEn, :field, :place, :first, :deadline, :assigned, :document, :denominator, :user, :now) returning id""")
                .param("code", code).param("kind", entered.scheme() ? "scheme" : "campaign").param("nameVi", entered.nameVi().strip()).param("nameEn", entered.nameEn().strip())
                .param("aboutVi", entered.aboutVi()).param("aboutEn", entered.aboutEn()).param("field", entered.field()).param("place", entered.area().id())
                .param("first", entered.firstDay()).param("deadline", entered.deadline()).param("assigned", entered.assignedBy().strip()).param("document", entered.document(), Types.VARCHAR)
                .param("denominator", entered.denominator()).param("user", user.id()).param("now", now())
                .query(Integer.class).single();
        int position = 1;
        for (NewGoal goal : entered.goals()) {
            goal(id, position++, goal, entered, user);
        }
        trail.write("campaigns.campaign.opened", "campaign:" + id, null, Map.of("code", code, "name", entered.nameVi(), "goals", entered.goals().size()));
        return code;
    }

    private void goal(int campaign, int position, NewGoal goal, NewCampaign entered, CurrentUser user) {
        int id = jdbc.sql("""
                        insert into campaigns.goal (campaign_id, position, name_vi, name_en, indicator, unit_vi, unit_en, reported, source)
                        values (:campaign, :position, :nameVi, :nameEn, :indicator, :unitVi, :unitEn, :reported, :source) returning id""")
                .param("campaign", campaign).param("position", position).param("nameVi", goal.nameVi()).param("nameEn", goal.nameEn()).param("indicator", goal.indicator(), Types.VARCHAR)
                .param("unitVi", goal.unitVi()).param("unitEn", goal.unitEn()).param("reported", goal.reported(), Types.VARCHAR).param("source", goal.source(), Types.VARCHAR)
                .query(Integer.class).single();
        if (goal.target() != null) {
            jdbc.sql("""
                            insert into campaigns.quota (goal_id, field, home, place_id, revision, value, deadline, assigner, basis, assigned_by, assigned_at)
                            values (:goal, :field, :home, :place, 1, :value, :deadline, :assigner, :basis, :user, :now)""")
                    .param("goal", id).param("field", entered.field()).param("home", entered.area().home()).param("place", entered.area().id()).param("value", goal.target())
                    .param("deadline", entered.deadline()).param("assigner", entered.assignedBy()).param("basis", user.id() == 0 ? "published" : "typed").param("user", user.id()).param("now", now())
                    .update();
        }
    }

    private void check(NewCampaign entered) {
        List<Fault> faults = new ArrayList<>();
        Map.of("nameVi", entered.nameVi(), "nameEn", entered.nameEn(), "assignedBy", entered.assignedBy()).forEach((field, text) -> {
            if (text.isBlank()) {
                faults.add(new Fault(field, "campaigns.problem.text"));
            }
        });
        if (!entered.firstDay().isBefore(entered.deadline())) {
            faults.add(new Fault("deadline", "campaigns.problem.deadline", entered.deadline(), entered.firstDay()));
        }
        if (entered.goals().isEmpty()) {
            faults.add(new Fault("goals", "campaigns.problem.no-goal"));
        }
        if (!DENOMINATORS.contains(entered.denominator())) {
            faults.add(new Fault("denominator", "shell.problem.field", entered.denominator()));
        }
        text(faults, "nameVi", entered.nameVi(), 300);
        text(faults, "nameEn", entered.nameEn(), 300);
        text(faults, "aboutVi", entered.aboutVi(), 2000);
        text(faults, "aboutEn", entered.aboutEn(), 2000);
        text(faults, "assignedBy", entered.assignedBy(), 200);
        text(faults, "document", entered.document(), 300);
        for (NewGoal goal : entered.goals()) {
            text(faults, "goals", goal.nameVi(), 1000);
            text(faults, "goals", goal.source(), 300);
            if (goal.nameVi().isBlank() || goal.nameEn().isBlank()) {
                faults.add(new Fault("goals", "campaigns.problem.text"));
            }
            if (goal.target() != null && goal.target().signum() < 0) {
                faults.add(new Fault(entered.scheme() ? "goals" : "target", "campaigns.problem.target", goal.target()));
            }
            Indicator indicator = goal.indicator() == null ? null : indicators.byCode(goal.indicator()).orElse(null);
            if (goal.indicator() != null && indicator == null || !entered.scheme() && !countable(indicator)) {
                faults.add(new Fault("indicator", "campaigns.problem.indicator"));
            }
            if (goal.reported() != null && (!OUTCOMES.contains(goal.reported()) || goal.source() == null || goal.source().isBlank())) {
                faults.add(new Fault("goals", "campaigns.problem.outcome", goal.nameVi()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("campaigns.problem.refused", faults, faults.size());
        }
    }

    private void text(List<Fault> faults, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            faults.add(new Fault(field, "campaigns.problem.long", longest));
        } else if (text != null) {
            new EdgeCheck(ground.today()).text(text).forEach(found -> faults.add(new Fault(field, found.code(), found.count())));
        }
    }

    /** A state that adds up over places: its figure of a day is what was collected by then. */
    public static boolean countable(@Nullable Indicator indicator) {
        return indicator != null && indicator.additive() && indicator.overTime() == Indicator.OverTime.LAST && indicator.origin() != Indicator.How.COMPUTED;
    }

    private String code(String name) {
        String made = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = made.length() < 2 ? "chien-dich" : made.substring(0, Math.min(48, made.length())).replaceAll("-$", "");
        int same = jdbc.sql("select count(*) from campaigns.campaign where code = :base or code like :more").param("base", base).param("more", base + "-%").query(Integer.class).single();
        return same == 0 ? base : base + "-" + (same + 1);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
