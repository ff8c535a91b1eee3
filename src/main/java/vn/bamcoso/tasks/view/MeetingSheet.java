package vn.bamcoso.tasks.view;

import java.sql.Types;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;

/** The sheet for a meeting: the tasks of a directive on one landscape page, the red ones first; printed from the browser or as Word. */
@Controller
class MeetingSheet {
    private final JdbcClient jdbc;
    private final Desk desk;
    private final Directives directives;

    MeetingSheet(JdbcClient jdbc, Desk desk, Directives directives) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.directives = directives;
    }

    @GetMapping("/tasks/sheet")
    @Transactional(readOnly = true)
    View show(@RequestParam(required = false) @Nullable Integer directive) {
        List<String> choices = directives.choices(true);
        Integer chosen = directive != null ? directive : choices.isEmpty() ? null : Integer.valueOf(choices.getFirst());
        return Html.of("tasks/view/sheet", "rows", rows(chosen), "directive", chosen == null ? null : directives.get(chosen), "choices", choices, "today", desk.today());
    }

    @GetMapping("/tasks/sheet.docx")
    @Transactional(readOnly = true)
    ResponseEntity<byte[]> word(@RequestParam int directive, Locale locale) {
        Directive of = directives.get(directive);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bang-giao-ban.docx\"")
                .body(SheetWord.write(Texts.vi().get("tasks.sheet.title", of.number(), of.title()), rows(directive), desk.today()));
    }

    private List<SheetRow> rows(@Nullable Integer directive) {
        return jdbc.sql(Sql.beside(MeetingSheet.class, "sheet.sql")).param("directive", directive, Types.INTEGER).param("today", desk.today())
                .param("issuers", desk.issuing(CurrentUser.require()).stream().map(Office::id).toArray(Integer[]::new)).query(SheetRow.class).list();
    }
}
