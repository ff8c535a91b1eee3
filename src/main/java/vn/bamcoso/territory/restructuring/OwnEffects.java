package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart.Effect;

/** What a restructuring does to places and offices, in numbers and a few names. Asked within its transaction. */
@Component
class OwnEffects {
    private static final int EXAMPLES = 5;
    private final JdbcClient jdbc;

    OwnEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Effect> of(Act act) {
        List<Effect> effects = new ArrayList<>();
        LocalDate before = act.effective().minusDays(1);
        add(effects, "territory.effect.founded", act.founded(), "territory.pub_place", act.effective());
        add(effects, "territory.effect.ended", act.ended(), "territory.pub_place", before);
        add(effects, "territory.effect.changed", act.changed(), "territory.pub_place", act.effective());
        followed(effects, act);
        add(effects, "territory.effect.offices-founded", act.officesFounded(), "territory.pub_office", act.effective());
        add(effects, "territory.effect.offices-ended", act.officesEnded(), "territory.pub_office", before);
        add(effects, "territory.effect.offices-changed", act.officesChanged(), "territory.pub_office", act.effective());
        return effects;
    }

    private void add(List<Effect> effects, String text, List<Integer> ids, String view, LocalDate day) {
        if (ids.isEmpty()) {
            return;
        }
        String question = view.equals("territory.pub_place")
                ? "select full_name from territory.pub_place where place_id = any(:ids) and valid_from <= :day and :day < valid_to order by level desc, code limit :most"
                : "select name from territory.pub_office where office_id = any(:ids) and valid_from <= :day and :day < valid_to order by kind, code limit :most";
        effects.add(new Effect(text, ids.size(), jdbc.sql(question).param("ids", ids.toArray(Integer[]::new)).param("day", day).param("most", EXAMPLES).query(String.class).list()));
    }

    /** Units founded in the past that went on under what became of their parent: whether they too ended then is for a person to say. */
    private void followed(List<Effect> effects, Act act) {
        List<String> followed = act.founded().isEmpty() ? List.of() : jdbc.sql("""
                        select s.full_name || ' → ' || above.full_name || ' (' || to_char(s.valid_from, 'FMDD/FMMM/YYYY') || ')'
                        from territory.place_state s
                        join territory.place_state above on above.place_id = s.parent_id and above.valid_from <= s.valid_from and s.valid_from < above.valid_to
                        where s.place_id = any(:founded) and s.valid_from > :day order by s.valid_from, s.code""")
                .param("founded", act.founded().toArray(Integer[]::new))
                .param("day", act.effective())
                .query(String.class)
                .list();
        if (!followed.isEmpty()) {
            effects.add(new Effect("territory.effect.followed", followed.size(), followed.stream().limit(EXAMPLES).toList()));
        }
    }

    List<Preview.KindChange> kinds(LocalDate effective) {
        return jdbc.sql("""
                        select kind, count(*) filter (where valid_from < :day and :day <= valid_to) as before, count(*) filter (where valid_from <= :day and :day < valid_to) as after
                        from territory.place_state where level <> 'nation' group by kind
                        having count(*) filter (where valid_from < :day and :day <= valid_to) <> count(*) filter (where valid_from <= :day and :day < valid_to)
                        order by kind""")
                .param("day", effective)
                .query(Preview.KindChange.class)
                .list();
    }
}
