package vn.bamcoso.staffing.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.By;
import vn.bamcoso.staffing.Makeup;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Place;

/** Posts and their holders for programs. */
@RestController
@RequestMapping("/api/staffing")
@Tag(name = "staffing", description = "Posts allotted, filled and vacant on any day; who holds them by number of posting")
class StaffingApi {
    /** @param name missing in a line, where the sum has it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TitleJson(String title, @Nullable String name, int allotted, int filled, int vacant, int surplus) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            @Nullable String place, @Nullable String name, int allotted, int filled, int vacant, int surplus, int communes, int covered, int filledToNorm, int headed,
            List<TitleJson> by, @Nullable Map<String, Integer> counts) {}

    /** @param counts by another attribute than the title, for the whole area; {@code rows} are written by {@link LinesJson}, each like the sum but without the names of titles */
    record StrengthJson(
            LocalDate on, LocalDate map, @Nullable Instant known, String within, String by, LineJson sum, @Nullable List<Officers.Count> counts, int total,
            @Nullable List<LineJson> rows) {}

    record PostJson(long posting, @Nullable String officer, String title, String kind, LocalDate from, @Nullable LocalDate to, String reason, @Nullable String decision) {}

    record PostsJson(int office, LocalDate on, int total, List<TitleJson> posts, List<PostJson> holders) {}

    private static final int TITLES = 3;
    private static final byte[] ROWS = ",\"rows\":".getBytes(StandardCharsets.US_ASCII);

    private final Strength strength;
    private final Makeup makeup;
    private final Postings postings;
    private final Titles titles;
    private final Area area;
    private final OfficePosts posts;
    private final JsonMapper json;

    StaffingApi(Strength strength, Makeup makeup, Postings postings, Titles titles, Area area, OfficePosts posts, JsonMapper json) {
        this.strength = strength;
        this.makeup = makeup;
        this.postings = postings;
        this.titles = titles;
        this.area = area;
        this.posts = posts;
        this.json = json;
    }

    @GetMapping("/strength")
    @Operation(summary = "Strength of an area", description = "Posts by title for every line; sex, rank, education, ethnic and party are counted for the area and for every line and need the field personnel.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json", schema = @Schema(implementation = StrengthJson.class))))
    void strength(
            @Parameter(description = "Day; today when missing") @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @Parameter(description = "Day of the map; that of on when missing") @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate map,
            @Parameter(description = "Key of a place; all that you may see when missing") @RequestParam(required = false) @Nullable String within,
            @Parameter(description = "province, district or commune; one step below the area when missing") @RequestParam(required = false) @Nullable String level,
            @Parameter(description = "title, sex, rank, education, ethnic or party") @RequestParam(defaultValue = "title") String by,
            @Parameter(description = "As the postings were known at this moment") @RequestParam(required = false) @Nullable Instant known,
            HttpServletResponse response)
            throws IOException {
        CurrentUser user = CurrentUser.require();
        By what = By.of(by).orElseThrow(() -> Problem.refused("staffing.problem.by", by));
        LocalDate day = on == null ? area.today() : on;
        LocalDate boundaries = map == null ? day : map;
        Place chosen = area.onMap(area.chosen(user, within), boundaries);
        if (level != null && !List.of("nation", "province", "district", "commune").contains(level)) {
            throw Problem.refused("staffing.problem.level", level);
        }
        var board = strength.ask(new Strength.Question(day, boundaries, level == null ? BoardController.below(chosen) : level, chosen.id(), known));
        Map<Short, Titles.Title> names = titles.on(day);
        Makeup.Counts counts = null;
        if (what != By.TITLE) {
            if (!area.knowsPersons(user, chosen.id())) {
                throw Problem.forbidden("staffing.problem.personnel");
            }
            counts = makeup.of(what, board.question());
        }
        byte[] head = json.writeValueAsBytes(new StrengthJson(day, boundaries, known, chosen.key(), what.code(), sum(board.total(), names), counts == null ? null : counts.total(), board.lines().size(), null));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var out = response.getOutputStream();
        out.write(head, 0, head.length - 1);
        out.write(ROWS);
        LinesJson.write(board.lines(), title -> names.get((short) title).code(), counts == null ? null : counts.lines(), out);
        out.write('}');
    }

    @GetMapping("/posts")
    @Operation(summary = "Posts of an office and their holders on a day", description = "Officers are named by their number when their records are open to you.")
    PostsJson posts(@RequestParam int office, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        var shown = posts.of(office, day);
        Map<Short, Titles.Title> names = titles.on(day);
        List<PostJson> holders = shown.holders().stream()
                .map(one -> new PostJson(one.posting().id(), one.number(), names.get(one.posting().titleId()).code(), one.posting().kind(), one.posting().from(), one.posting().to(), one.posting().reason(), one.posting().decision()))
                .toList();
        return new PostsJson(office, day, holders.size(), shown.posts().entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue(), names)).toList(), holders);
    }

    private static LineJson sum(Strength.Line line, Map<Short, Titles.Title> names) {
        List<TitleJson> titles = IntStream.rangeClosed(1, TITLES).mapToObj(title -> json((short) title, line.titles().of(title), names)).toList();
        return new LineJson(null, null, line.all().allotted(), line.all().filled(), line.all().vacant(), line.all().surplus(), line.communes(), line.covered(), line.full(), line.headed(), titles, null);
    }

    private static TitleJson json(short title, Strength.Cell cell, Map<Short, Titles.Title> names) {
        return new TitleJson(names.get(title).code(), names.get(title).nameVi(), cell.allotted(), cell.filled(), cell.vacant(), cell.surplus());
    }
}
