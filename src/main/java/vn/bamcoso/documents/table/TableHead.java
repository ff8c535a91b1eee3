package vn.bamcoso.documents.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.spelling.Folding;

/**
 * The rows that name the columns. A head may have several rows with merged cells: a title over several columns is the first
 * part of each one's name ("Thu nhận hồ sơ / Chỉ tiêu"), a title over several rows counts once.
 *
 * @param lastRow the last row of the head; data begins below
 * @param titles  the titled columns, from left to right
 */
public record TableHead(int lastRow, List<Title> titles) {

    private static final int ROWS_TO_LOOK_AT = 40;
    private static final int DEEPEST = 4;

    /** @param path from the general title to the column's own */
    public record Title(int column, List<String> path) {

        public String own() {
            return path.getLast();
        }

        public String whole() {
            return String.join(" / ", path);
        }
    }

    /**
     * Finds the head by the titles it should have, compared as people search (accents, case and signs aside).
     *
     * @param wanted titles that name a column by its own title or by its whole path
     * @throws Problem when no row has at least half of them; when one stands over two columns or twice; when cells below the head are merged
     */
    public static TableHead find(TableFile file, Collection<String> wanted) {
        return first(file, List.of(wanted)).orElseThrow(() -> Problem.refused("documents.problem.head.missing", String.join("; ", wanted)));
    }

    /**
     * The head by the first of several kinds of titles of which a row has at least half; the top of the file is read once for all of them.
     *
     * @throws Problem as {@link #find(TableFile, Collection)}, for a head that was found
     */
    public static Optional<TableHead> first(TableFile file, List<? extends Collection<String>> kinds) {
        List<TableRow> top = file.top(ROWS_TO_LOOK_AT);
        List<Folded> heads = top.stream().map(row -> new Folded(at(row.number(), top, file.merges()))).toList();
        for (Collection<String> wanted : kinds) {
            Set<String> folded = wanted.stream().map(Folding::fold).collect(Collectors.toSet());
            Folded best = null;
            long most = 0;
            for (Folded head : heads) {
                long hits = folded.stream().filter(head::has).count();
                if (hits > most) {
                    best = head;
                    most = hits;
                }
            }
            if (best != null && most * 2 >= folded.size()) {
                best.head.refuseMergedBody(file.merges());
                wanted.forEach(best::column);
                return Optional.of(best.head);
            }
        }
        return Optional.empty();
    }

    /** A head with its titles as they are compared, worked out once: a table may have hundreds of columns. */
    private record Folded(TableHead head, Map<String, List<Title>> byWhole, Map<String, List<Title>> byOwn) {
        Folded(TableHead head) {
            this(head, by(head, Title::whole), by(head, Title::own));
        }

        private static Map<String, List<Title>> by(TableHead head, Function<Title, String> name) {
            return head.titles.stream().collect(Collectors.groupingBy(title -> Folding.fold(name.apply(title))));
        }

        boolean has(String folded) {
            return byWhole.containsKey(folded) || byOwn.containsKey(folded);
        }

        Optional<Integer> column(String title) {
            String folded = Folding.fold(title);
            List<Title> found = byWhole.getOrDefault(folded, byOwn.getOrDefault(folded, List.of()));
            if (found.size() > 1) {
                throw Problem.refused("documents.problem.head.twice", title, found.stream().map(t -> Address.letters(t.column())).collect(Collectors.joining(", ")));
            }
            return found.stream().map(Title::column).findFirst();
        }
    }

    /** The column of that title; empty when the table has none. */
    public Optional<Integer> column(String title) {
        return new Folded(this).column(title);
    }

    private void refuseMergedBody(List<Merge> merges) {
        for (Merge merge : merges) {
            if (merge.lastRow() > lastRow && merge.firstRow() > lastRow) throw Problem.refused("documents.problem.head.merged-body", merge.range());
        }
    }

    /** The head that ends with this row: upwards as long as rows are joined to it by merged cells or by blanks under a title. */
    private static TableHead at(int last, List<TableRow> top, List<Merge> merges) {
        int first = last;
        for (boolean grew = true; grew && last - first + 1 < DEEPEST; ) {
            grew = false;
            for (Merge merge : merges) {
                boolean belongs = merge.lastRow() >= first && merge.firstRow() < first && merge.lastRow() <= last;
                boolean over = merge.lastRow() == first - 1 && merge.lastColumn() > merge.firstColumn() && titledBelow(merge, first, top);
                if (belongs || over) {
                    first = Math.min(first, merge.firstRow());
                    grew = true;
                }
            }
        }
        int width = 0;
        for (TableRow row : top) {
            if (row.number() >= first && row.number() <= last) width = Math.max(width, row.cells().size());
        }
        for (Merge merge : merges) {
            if (merge.lastRow() >= first && merge.firstRow() <= last) width = Math.max(width, merge.lastColumn());
        }
        List<Title> titles = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            List<String> path = path(column, first, last, top, merges);
            if (!path.isEmpty()) titles.add(new Title(column, path));
        }
        return new TableHead(last, List.copyOf(titles));
    }

    /** A merged title one row up belongs to the head when the columns under it have titles of their own; a heading over the whole table does not. */
    private static boolean titledBelow(Merge merge, int row, List<TableRow> top) {
        Optional<TableRow> below = top.stream().filter(r -> r.number() == row).findFirst();
        if (below.isEmpty()) return false;
        int titled = (int) below.get().cells().stream().filter(c -> !c.blank()).count();
        Set<Integer> under = new HashSet<>();
        for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
            if (!below.get().cell(c).blank()) under.add(c);
        }
        boolean overEverything = merge.firstColumn() == 1 && under.size() == titled && merge.lastColumn() >= below.get().cells().size();
        return !under.isEmpty() && !overEverything;
    }

    private static List<String> path(int column, int first, int last, List<TableRow> top, List<Merge> merges) {
        List<String> path = new ArrayList<>();
        for (int row = first; row <= last; row++) {
            String text = textAt(row, column, top, merges);
            if (!text.isEmpty() && (path.isEmpty() || !path.getLast().equals(text))) path.add(text);
        }
        return List.copyOf(path);
    }

    private static String textAt(int row, int column, List<TableRow> top, List<Merge> merges) {
        int sourceRow = row;
        int sourceColumn = column;
        for (Merge merge : merges) {
            if (merge.covers(row, column)) {
                sourceRow = merge.firstRow();
                sourceColumn = merge.firstColumn();
            }
        }
        for (TableRow candidate : top) {
            if (candidate.number() == sourceRow) return candidate.cell(sourceColumn).text().replaceAll("\\s+", " ");
        }
        return "";
    }
}
