package vn.bamcoso.documents.table;

import java.util.List;

/**
 * How high the rows of a head must be, in points, so that its titles are read whole: a spreadsheet gives rows with merged cells the height of one line.
 *
 * @param groups of the row of titles over several columns
 * @param titles of the row of the columns' own titles
 */
record HeadHeight(double groups, double titles) {
    private static final double LINE = 16;
    /** How much wider than a usual character those of a bold title are. */
    private static final double BOLD = 1.15;

    static HeadHeight of(List<ExcelColumn> columns) {
        int groups = 1;
        int titles = 1;
        int alone = 1;
        for (int c = 0; c < columns.size(); c++) {
            ExcelColumn column = columns.get(c);
            int lines = lines(column.title(), column.width());
            if (column.group() == null) {
                alone = Math.max(alone, lines);
            } else {
                titles = Math.max(titles, lines);
                int last = lastOf(columns, c);
                groups = Math.max(groups, lines(column.group(), columns.subList(c, last + 1).stream().mapToDouble(ExcelColumn::width).sum()));
                // The others under this title add nothing to it.
                for (int under = c + 1; under <= last; under++) titles = Math.max(titles, lines(columns.get(under).title(), columns.get(under).width()));
                c = last;
            }
        }
        boolean grouped = columns.stream().anyMatch(column -> column.group() != null);
        return new HeadHeight(groups * LINE + 2, Math.max(titles, grouped ? alone - groups : alone) * LINE + 2);
    }

    /** The last column under the same title as this one. */
    static int lastOf(List<ExcelColumn> columns, int first) {
        String group = columns.get(first).group();
        int last = first;
        while (group != null && last + 1 < columns.size() && group.equals(columns.get(last + 1).group())) last++;
        return last;
    }

    /** Of a row below the head, for a text in a column of that width. */
    static double of(String text, double width) {
        return lines(text, width, 1) * LINE;
    }

    /** Lines of a title, broken between words as a spreadsheet does. */
    private static int lines(String title, double width) {
        return lines(title, width, BOLD);
    }

    private static int lines(String text, double width, double character) {
        int lines = 1;
        double used = 0;
        for (String word : text.split(" ")) {
            double length = word.length() * character;
            if (used > 0 && used + character + length > width - 1) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? character : 0) + length;
        }
        return lines;
    }
}
