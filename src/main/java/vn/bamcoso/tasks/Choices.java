package vn.bamcoso.tasks;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.territory.Office;

/** What a form offers to choose from. Pairs of value and label, as the shell's fields take them. */
@Component
public class Choices {
    /** An office that can be addressed. */
    public record Addressee(int id, String kind, String code, String name) {}

    private final JdbcClient jdbc;
    private final Desk desk;

    Choices(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** Whom an issuer may address: the ministry and its departments each other and the provinces, a province its communes, each itself. */
    @Transactional(readOnly = true)
    public List<Addressee> addressees(Office issuer) {
        return jdbc.sql("""
                        select office_id as id, kind, code, name from territory.pub_office o
                        where o.valid_from <= :day and :day < o.valid_to and o.place_id is not null
                          and (o.office_id = :issuer or :kind in ('ministry', 'department') and o.kind in ('department', 'provincial') or :kind = 'provincial' and o.parent_id = :issuer)
                        order by kind, name collate "vi-x-icu\"""")
                .param("day", desk.today()).param("issuer", issuer.id()).param("kind", issuer.kind()).query(Addressee.class).list();
    }

    /** Who may lead a task of the ministry: its departments and the provinces. */
    @Transactional(readOnly = true)
    public List<Addressee> leads() {
        return jdbc.sql("""
                        select office_id as id, kind, code, name from territory.pub_office where kind in ('department', 'provincial') and valid_from <= :day and :day < valid_to and place_id is not null
                        order by kind, name collate "vi-x-icu\"""").param("day", desk.today()).query(Addressee.class).list();
    }

    @Transactional(readOnly = true)
    public List<Addressee> bodies() {
        return jdbc.sql("select id, 'body' as kind, '' as code, name from tasks.body order by name").query(Addressee.class).list();
    }

    @Transactional(readOnly = true)
    public List<String> kinds(Texts texts) {
        return pairs("select code, name_vi, name_en from tasks.kind order by closed, position", texts);
    }

    @Transactional(readOnly = true)
    public List<String> fields(Texts texts) {
        return pairs("select id::text, name_vi, name_en from access.field order by id", texts);
    }

    /** Names of offices, in their latest state. */
    @Transactional(readOnly = true)
    public List<String> names(List<Integer> offices) {
        return jdbc.sql("select distinct on (office_id) name from territory.pub_office where office_id = any (:ids) order by office_id, valid_from desc").param("ids", offices.toArray(Integer[]::new)).query(String.class).list();
    }

    /** Name of an office in its latest state. */
    @Transactional(readOnly = true)
    public String name(int office) {
        return names(List.of(office)).stream().findFirst().orElse("");
    }

    /** Posts: the head of each office, then roles. */
    @Transactional(readOnly = true)
    public List<String> posts(Texts texts) {
        List<String> posts = new ArrayList<>(List.of("", texts.get("tasks.post.none"), "head", texts.get("tasks.post.head")));
        posts.addAll(pairs("select code, name_vi, name_en from identity.role where writes and code not in ('gazetteer_keeper', 'records_clerk', 'commune_clerk') order by code", texts));
        return posts;
    }

    /** What a post is called. */
    @Transactional(readOnly = true)
    public String post(String role, Texts texts) {
        List<String> found = role.equals("head") ? List.of("head", texts.get("tasks.post.head")) : role.isEmpty() ? List.of("", texts.get("tasks.post.none"))
                : jdbc.sql("select code, name_vi, name_en from identity.role where code = :code").param("code", role)
                        .query((row, n) -> List.of(row.getString(1), row.getString(texts == Texts.vi() ? 2 : 3))).optional().orElse(List.of(role, role));
        return found.get(1);
    }

    private List<String> pairs(String sql, Texts texts) {
        List<String> pairs = new ArrayList<>();
        jdbc.sql(sql).query(row -> {
            pairs.add(row.getString(1));
            pairs.add(row.getString(texts == Texts.vi() ? 2 : 3));
        });
        return pairs;
    }
}
