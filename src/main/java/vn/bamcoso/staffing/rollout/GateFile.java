package vn.bamcoso.staffing.rollout;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;

/** Gates of many places from one file: checked as a whole, every fault with row and column, entered all or none. The file to fill in says what is known now. */
@Component
public class GateFile {
    static final String CODE = "Mã đơn vị";
    static final String NAME = "Tên đơn vị";
    static final String GATE = "Điều kiện";
    static final String STATE = "Tình trạng";
    static final String FROM = "Từ ngày";
    static final String DOCUMENT = "Văn bản";
    static final String NOTE = "Còn thiếu gì";
    private static final List<String> GATES = List.of("decision", "premises", "equipment");

    private record Said(Spot spot, String gate, boolean ready, LocalDate from, String document, String note) {}

    private final ProgressQuery progress;
    private final Planning planning;
    private final Rights rights;

    GateFile(ProgressQuery progress, Planning planning, Rights rights) {
        this.progress = progress;
        this.planning = planning;
        this.rights = rights;
    }

    /** A line for each place and gate that is not ready yet. */
    @Transactional(readOnly = true)
    public String write(Programme programme, Locale locale) {
        var file = new StringBuilder();
        var csv = new CsvWriter(file, Texts.VIETNAMESE);
        csv.row(List.of(CODE, NAME, GATE, STATE, FROM, DOCUMENT, NOTE));
        for (Spot spot : progress.spots(progress.on(programme, rights.today()))) {
            GATES.stream().filter(gate -> !spot.gate(gate).equals("ready")).forEach(gate -> csv.row(List.of(new CsvWriter.Code(spot.code()), spot.name(), Texts.vi().get("rollout.gate." + gate),
                    spot.gate(gate).equals("missing") ? Texts.vi().get("rollout.state.missing") : "", "", "", "")));
        }
        return file.toString();
    }

    /**
     * Lines without a state are left out.
     *
     * @return how many were entered
     * @throws Problem refused with every fault in the file; forbidden for a place that is not the user's to speak of
     */
    @Transactional
    public int read(Programme programme, String name, byte[] content, Locale locale, Instant at) throws IOException {
        EdgeCheck.refuse(new EdgeCheck(rights.today()).file(name, content), locale);
        Map<String, Spot> spots = progress.spots(progress.on(programme, rights.today())).stream().collect(Collectors.toMap(Spot::code, Function.identity(), (one, other) -> one.ended() ? other : one));
        TableFile file = TableFile.open(content);
        TableHead head = TableHead.find(file, List.of(CODE, GATE, STATE));
        int code = column(head, CODE);
        int gate = column(head, GATE);
        int state = column(head, STATE);
        int from = column(head, FROM);
        int document = column(head, DOCUMENT);
        int note = head.column(NOTE).orElse(0);
        var faults = new ArrayList<Fault>();
        var said = new ArrayList<Said>();
        CurrentUser by = CurrentUser.require();
        file.rows(row -> {
            if (row.number() <= head.lastRow() || row.blank() || text(row, state).isEmpty()) {
                return;
            }
            int before = faults.size();
            Spot spot = spots.get(text(row, code));
            if (spot == null) {
                faults.add(new Fault(row.at(code).where(locale), "rollout.fault.place", text(row, code)));
            } else if (!rights.maySay(by, spot.placeId(), Programme.FIELD)) {
                faults.add(new Fault(row.at(code).where(locale), "rollout.fault.not-yours", spot.name()));
            }
            String which = GATES.stream().filter(one -> one.equals(text(row, gate)) || same(text(row, gate), "rollout.gate." + one)).findFirst().orElse("");
            if (which.isEmpty()) {
                faults.add(new Fault(row.at(gate).where(locale), "rollout.fault.gate", text(row, gate)));
            }
            boolean ready = same(text(row, state), "rollout.state.ready");
            if (!ready && !same(text(row, state), "rollout.state.missing")) {
                faults.add(new Fault(row.at(state).where(locale), "rollout.fault.state", text(row, state)));
            }
            LocalDate day = rights.today();
            try {
                day = Asked.day(text(row, from), rights.today());
            } catch (Problem notADay) {
                faults.add(new Fault(row.at(from).where(locale), "rollout.fault.day", text(row, from)));
            }
            if (day.isAfter(rights.today())) {
                faults.add(new Fault(row.at(from).where(locale), "rollout.problem.to-come", day));
            }
            if (ready && text(row, document).isEmpty()) {
                faults.add(new Fault(row.at(document).where(locale), "rollout.problem.evidence"));
            }
            if (faults.size() == before && spot != null) {
                said.add(new Said(spot, which, ready, day, text(row, document), note == 0 ? "" : text(row, note)));
            }
        });
        if (said.isEmpty() && faults.isEmpty()) {
            throw Problem.refused("rollout.problem.no-lines");
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("rollout.problem.file", faults, faults.size());
        }
        said.forEach(one -> planning.say(programme, one.spot(), one.gate(), one.ready(), one.from(), one.document(), one.note(), at));
        return said.size();
    }

    private static boolean same(String text, String key) {
        return Folding.fold(text).equals(Folding.fold(Texts.vi().get(key))) || Folding.fold(text).equals(Folding.fold(Texts.en().get(key)));
    }

    private static int column(TableHead head, String title) {
        return head.column(title).orElseThrow(() -> Problem.refused("documents.problem.head.missing", title));
    }

    private static String text(TableRow row, int column) {
        return row.cell(column).text().strip();
    }
}
