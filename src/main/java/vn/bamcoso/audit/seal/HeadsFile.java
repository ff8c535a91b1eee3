package vn.bamcoso.audit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.bamcoso.audit.Head;

/**
 * The heads of the chain as this node saw them, outside the database, in {@code data/audit.heads}: chain, number, link and
 * instant, one a line, appended when the chain has grown. At the first head of a day all older days keep one head an hour,
 * so that the file stays small. The databases of one data folder (real work, demonstration) share the file.
 */
final class HeadsFile {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);

    private record Noted(String chain, Head head, Instant at) {}

    private final Path file;
    private final UUID chain;
    private final Clock clock;
    private @Nullable Noted last;

    HeadsFile(Path data, UUID chain, Clock clock) {
        this.file = data.resolve("audit.heads");
        this.chain = chain;
        this.clock = clock;
    }

    UUID chain() {
        return chain;
    }

    static Head row(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)));
    }

    synchronized void note(Head head) {
        try {
            if (last == null) {
                last = read(file).stream().filter(noted -> noted.chain().equals(chain.toString())).reduce((a, b) -> b).orElse(null);
            }
            if (last != null && last.head().number() >= head.number()) {
                return;
            }
            Instant now = clock.instant();
            if (last != null && !day(last.at()).equals(day(now))) {
                thin(now);
            }
            last = new Noted(chain.toString(), head, now);
            Files.writeString(file, line(last), StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.warn("the head of the trail could not be noted in {}: {}", file, e.getMessage());
        }
    }

    private void thin(Instant now) throws IOException {
        var kept = new ArrayList<Noted>();
        for (Noted noted : read(file)) {
            boolean sameHour = !kept.isEmpty() && kept.getLast().chain().equals(noted.chain()) && hour(kept.getLast().at()).equals(hour(noted.at()));
            if (sameHour && !day(noted.at()).equals(day(now))) {
                kept.removeLast();
            }
            kept.add(noted);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, String.join("", kept.stream().map(HeadsFile::line).toList()), StandardCharsets.US_ASCII);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static List<Head> heads(Path data, UUID chain) throws IOException {
        return read(data.resolve("audit.heads")).stream().filter(noted -> noted.chain().equals(chain.toString())).map(Noted::head).toList();
    }

    private static List<Noted> read(Path file) throws IOException {
        var all = new ArrayList<Noted>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] parts = line.split(" ");
                if (parts.length == 4) {
                    all.add(new Noted(parts[0], new Head(Long.parseLong(parts[1]), parts[2]), Instant.parse(parts[3])));
                }
            }
        }
        return all;
    }

    private static String line(Noted noted) {
        return noted.chain() + " " + noted.head().number() + " " + noted.head().link() + " " + noted.at().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
