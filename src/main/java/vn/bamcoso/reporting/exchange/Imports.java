package vn.bamcoso.reporting.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.reporting.submission.Desk;

/**
 * Files that bring reports. A file passes the check at the edge before anything of it is kept; then it is read and checked as
 * a whole in the background, shown as a preview with what looks doubtful in it, and recorded at a word, all of it or nothing. Its page can be left and found
 * again. Bringing the same file twice changes nothing twice: what stands already is left alone.
 */
@Component
public class Imports {
    private static final long TELL_AFTER = 500_000_000;

    private final ImportStore store;
    private final TransactionTemplate transaction;
    private final FileReading reading;
    private final Planning planning;
    private final Doubting doubting;
    private final Recording recording;
    private final Readings readings;
    private final Desk desk;

    Imports(ImportStore store, TransactionTemplate transaction, FileReading reading, Planning planning, Doubting doubting, Recording recording, Readings readings, Desk desk) {
        this.store = store;
        this.transaction = transaction;
        this.reading = reading;
        this.planning = planning;
        this.doubting = doubting;
        this.recording = recording;
        this.readings = readings;
        this.desk = desk;
    }

    /** One import as its page shows it. */
    public record Import(
            long id, String name, @Nullable String form, @Nullable String period, String status, Instant at, String by, int done, int total, Plan.@Nullable Summary summary,
            List<Brought.Fault> faults, int faultCount, @Nullable String reason) {
        public boolean running() {
            return status.equals("checking") || status.equals("recording");
        }
    }

    /**
     * Takes a file in and checks it in the background.
     *
     * @param override why findings at the edge are let through all the same; audited
     * @return number of the import
     * @throws Problem with every place named when the file carries what may not come in, and nobody says why it may
     */
    long bring(String name, byte[] content, FileReading.Said said, @Nullable String override, Locale locale) {
        CurrentUser user = CurrentUser.require();
        Planning.target(user);
        TableFile file = TableFile.open(content);
        List<Finding> findings = new EdgeCheck(desk.today()).table(name, content, file);
        if (override == null || override.isBlank()) {
            EdgeCheck.refuse(findings, locale);
        }
        long id = store.add(name, content, said, findings.isEmpty() ? null : override);
        var work = new ImportStore.Work(id, file, said);
        run(user, id, () -> check(work));
        return id;
    }

    /** @throws Problem conflict when it is not waiting for this word; refused when it changes approved values and no reason is given */
    void record(long id, @Nullable String reason) {
        Import there = store.find(id).orElseThrow(Problem::notFound);
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        if (there.summary() != null && there.summary().changed() > 0 && said == null) {
            throw Problem.refused("reporting.problem.reason-needed");
        }
        store.take(id, "recording", said, false, "checked");
        run(CurrentUser.require(), id, () -> write(id));
    }

    void discard(long id) {
        store.discard(id);
    }

    /** Takes up what was cut off when the program stopped: it is checked again. */
    void resume(long id) {
        store.take(id, "checking", null, true, "checking", "recording");
        ImportStore.Work work = store.work(id);
        run(CurrentUser.require(), id, () -> check(work));
    }

    Optional<Import> find(long id) {
        return store.find(id);
    }

    List<Import> mine(int limit) {
        return store.mine(limit);
    }

    private void check(ImportStore.Work work) {
        FileReading.Read read = reading.read(work.file(), work.said(), done -> store.progress(work.id(), done));
        List<Brought.Fault> faults = new ArrayList<>(read.faults());
        CurrentUser user = CurrentUser.require();
        Plan plan = transaction.execute(running -> {
            store.understood(work.id(), read.brought());
            return planning.plan(read.brought(), user, faults);
        });
        if (!faults.isEmpty()) {
            store.refuse(work.id(), faults);
            return;
        }
        Plan.Summary summary = plan.summary(doubting.of(plan, planning.area(read.brought(), user)),
                read.coding() == null ? null : new Plan.Coding(read.coding().coding().label(), read.coding().before(), read.coding().after()));
        transaction.executeWithoutResult(running -> {
            readings.keep(work.id(), read.brought());
            store.checked(work.id(), summary);
        });
    }

    private void write(long id) {
        transaction.executeWithoutResult(running -> {
            List<Brought.Fault> faults = new ArrayList<>();
            Plan plan = planning.plan(readings.of(id), CurrentUser.require(), faults);
            Import there = store.find(id).orElseThrow();
            if (!faults.isEmpty() || there.summary() == null || !there.summary().seen().equals(plan.seen())) {
                throw Problem.conflict("reporting.problem.import-overtaken");
            }
            recording.record(id, plan, there.reason(), telling(id, there.total()));
            store.recorded(id, plan);
        });
    }

    /** What takes long tells how far it is; what is soon done tells nothing on the way. */
    private IntConsumer telling(long id, int total) {
        long[] last = {System.nanoTime()};
        return percent -> {
            if (System.nanoTime() - last[0] > TELL_AFTER) {
                last[0] = System.nanoTime();
                store.progress(id, total * percent / 100);
            }
        };
    }

    private void run(CurrentUser user, long id, Runnable stage) {
        Thread.ofVirtual().name("import-" + id).start(() -> user.run(() -> {
            try {
                stage.run();
            } catch (Problem refused) {
                store.refuse(id, faults(refused));
            } catch (RuntimeException unforeseen) {
                System.getLogger(Imports.class.getName()).log(System.Logger.Level.ERROR, "import " + id, unforeseen);
                store.refuse(id, List.of(Brought.Fault.of(0, 0, "reporting.problem.import-broken")));
            }
        }));
    }

    /** Where a lower room refused a row, it names its number. */
    private static List<Brought.Fault> faults(Problem refused) {
        return refused.faults().isEmpty()
                ? List.of(Brought.Fault.of(0, 0, refused.code(), refused.args().toArray()))
                : refused.faults().stream()
                        .map(fault -> Brought.Fault.of(fault.where().matches("\\d{1,7}") ? Integer.parseInt(fault.where()) : 0, 0, fault.code(), fault.args().toArray()))
                        .toList();
    }
}
