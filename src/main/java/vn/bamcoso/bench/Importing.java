package vn.bamcoso.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/**
 * {@code ./bamcoso bench --import}: one Excel file of 10,000 communes and 300 indicators, brought on the page of imports by the Ministry Office: read
 * and checked, then recorded, in a program whose heap is one gigabyte; then the next quarter's as CSV, each of whose values is held against the quarter before.
 * Afterwards the owner of the database adds up what came.
 */
public final class Importing {
    private static final String DATABASE = "bamcoso_import";
    private static final String FIRST = "2024-Q4"; // the map of 10,035 communes
    private static final String NEXT = "2025-Q1";
    private static final String KEY = "Mã địa bàn";
    private static final String HEAP = "1g";

    private final Class<?> program;
    private final PrintStream out;
    private final Path data;
    private final int port;
    private final int communes;
    private final int cells = 300;

    /** @param quick a tenth of the communes */
    public Importing(Class<?> program, PrintStream out, Path data, int port, boolean quick) {
        this.program = program;
        this.out = out;
        this.data = data;
        this.port = port;
        this.communes = quick ? 1_000 : 10_000;
    }

    /** @throws StoreProblem when it is refused, or something is missing or added up wrongly */
    public void run() {
        try (var postgres = LocalPostgres.start(data, Map.of("shared_buffers", "512MB", "max_wal_size", "4GB"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
            Database.drop(postgres, DATABASE);
            var database = Database.in(postgres, DATABASE);
            database.migrate();
            try (var owner = new Owner(database)) {
                measure(database, owner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new StoreProblem("bench: " + e.getMessage());
        }
    }

    private void measure(Database database, Owner owner) throws IOException, InterruptedException {
        Path home = data.resolve("import").toAbsolutePath();
        Served.start(program, database, port, home).close();
        Filling.indicators(owner, new Size(cells));
        Chiefs.settle(owner, 1, cells);
        People people = People.settle(owner);
        try (var served = Served.start(program, database, port, home, HEAP); var ministry = Browser.signedIn(served.address(), people.ministry(), people.password()); var memory = new Memory(served.pid())) {
            Map<String, Long> processes = Map.of("program", served.pid(), "database", Work.postmaster(data));
            bring(served, ministry, owner, processes, "bench.xlsx", FIRST, excel(keys(owner, FIRST)));
            bring(served, ministry, owner, processes, "bench.csv", NEXT, csv(keys(owner, NEXT)));
            out.printf(Locale.ROOT, "  program at most %s with its code, its heap at most %s%n", memory, HEAP);
        }
    }

    private void bring(Served served, Browser ministry, Owner owner, Map<String, Long> processes, String name, String period, byte[] file) throws InterruptedException {
        out.printf(Locale.ROOT, "%s of %,d communes x %d indicators, %,d kB%n", name.endsWith(".csv") ? "One CSV file" : "One Excel file", communes, cells, file.length / 1000);
        Work before = Work.now(processes);
        long brought = System.nanoTime();
        String here = ministry.upload("/imports", "/imports", name, file, Map.of("form", "bieu-do", "period", period));
        String checked = settled(ministry, here);
        long read = System.nanoTime();
        if (!checked.contains("Tệp không có lỗi")) {
            throw new StoreProblem("The file was refused: " + served.address() + here);
        }
        ministry.submit(here, here + "/recording", "");
        if (!settled(ministry, here).contains("Đã ghi nhận")) {
            throw new StoreProblem("The file was not recorded: " + served.address() + here);
        }
        long recorded = System.nanoTime();
        out.printf(Locale.ROOT, "  read and checked %.1f s, recorded %.1f s, together %.1f s (aim 60 s); of a core %s; load %.1f%n", (read - brought) / 1e9, (recorded - read) / 1e9, (recorded - brought) / 1e9,
                Work.now(processes).since(before), java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        recount(owner, period);
    }

    /** Communes that were there at the end of the quarter. */
    private List<String> keys(Owner owner, String period) {
        return owner.sql().sql("select key from territory.pub_place where level = 'commune' and valid_from <= :end and :end < valid_to order by place_id limit :count")
                .param("end", Period.parse(period).end()).param("count", communes).query(String.class).list();
    }

    private List<List<Object>> rows(List<String> keys) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < keys.size(); row++) {
            List<Object> values = new ArrayList<>(List.of(keys.get(row)));
            for (int cell = 0; cell < cells; cell++) {
                values.add(value(row, cell));
            }
            rows.add(values);
        }
        return rows;
    }

    private byte[] excel(List<String> keys) {
        List<ExcelColumn> columns = new ArrayList<>(List.of(ExcelColumn.text(KEY, 22)));
        new Size(cells).codes().forEach(code -> columns.add(ExcelColumn.whole(code, 10)));
        var out = new ByteArrayOutputStream();
        try (var sheet = new ExcelSheet(out, "Số liệu", columns)) {
            sheet.head();
            rows(keys).forEach(sheet::row);
        }
        return out.toByteArray();
    }

    private byte[] csv(List<String> keys) {
        var text = new StringBuilder();
        var out = new CsvWriter(text, Texts.VIETNAMESE);
        List<String> head = new ArrayList<>(List.of(KEY));
        head.addAll(new Size(cells).codes());
        out.row(head);
        rows(keys).forEach(out::row);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int value(int row, int cell) {
        return (row * 7 + cell * 13) % 1000;
    }

    private static String settled(Browser browser, String path) throws InterruptedException {
        String page = browser.get(path).body();
        while (page.contains("hx-get=\"" + path)) {
            Thread.sleep(200);
            page = browser.get(path).body();
        }
        return page;
    }

    /** As one would on paper, without the program. */
    private void recount(Owner owner, String period) {
        long expected = 0;
        for (int row = 0; row < communes; row++) {
            for (int cell = 0; cell < cells; cell++) {
                expected += value(row, cell);
            }
        }
        String of = "from figures.figure f join figures.period p on p.id = f.period_id and p.code = '" + period + "'";
        long count = owner.count("select count(*) " + of);
        BigDecimal sum = owner.sql().sql("select coalesce(sum(f.value), 0) " + of).query(BigDecimal.class).single();
        BigDecimal rolled = owner.sql().sql("select coalesce(sum(r.sum), 0) from figures.roll r join figures.period p on p.id = r.period_id and p.code = '" + period + "'").query(BigDecimal.class).single();
        if (count != (long) communes * cells || sum.compareTo(BigDecimal.valueOf(expected)) != 0 || rolled.compareTo(sum) != 0) {
            throw new StoreProblem("There are %,d figures that sum to %s (roll-up %s), expected %,d and %,d".formatted(count, sum, rolled, (long) communes * cells, expected));
        }
        out.printf(Locale.ROOT, "  recounted from the database: %,d figures, %s in all, the roll-up too%n", count, sum);
    }
}
