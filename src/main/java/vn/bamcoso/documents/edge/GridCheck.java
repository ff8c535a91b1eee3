package vn.bamcoso.documents.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.documents.spelling.Folding;

/**
 * Reads one table row by row. The titles of its columns say what a number or a name is; a name of a person that stands with a
 * birth day, an address, a telephone or an ID number is a person's record, and three of them are a list.
 */
final class GridCheck {

    private static final int HEAD_ROWS = 15;

    private final CitizenIds ids;
    private final Persons persons;
    private final LineCheck lines;
    private final Consumer<Finding> found;
    private final Set<Integer> idColumns = new HashSet<>();
    private final Set<Integer> secrecyColumns = new HashSet<>();
    private final Set<Integer> nameColumns = new HashSet<>();
    private final Set<Integer> birthColumns = new HashSet<>();
    private final Set<Integer> placeColumns = new HashSet<>();
    private final Map<Integer, List<Place>> zerosDropped = new HashMap<>();
    private int row;
    private int records;
    private @Nullable Place firstRecord;

    GridCheck(CitizenIds ids, Persons persons, Consumer<Finding> found) {
        this.ids = ids;
        this.persons = persons;
        this.lines = new LineCheck(ids, found);
        this.found = found;
    }

    /** @param place of a column from 1; 0 gives the whole row */
    void row(List<String> cells, IntFunction<Place> place) {
        row++;
        if (row <= HEAD_ROWS) titles(cells);
        for (int c = 1; c <= cells.size(); c++) {
            String cell = cells.get(c - 1);
            if (!cell.isBlank() && !smallNumber(cell)) cell(c, cell, place.apply(c));
        }
        if (isRecord(cells)) {
            if (firstRecord == null) firstRecord = place.apply(0);
            records++;
        }
    }

    void end() {
        lines.end();
        zerosDropped.values().stream().filter(places -> places.size() >= LineCheck.LIST).flatMap(List::stream)
                .forEach(place -> found.accept(new Finding(Finding.Kind.CITIZEN_ID, place, 1)));
        if (records >= LineCheck.LIST && firstRecord != null) found.accept(new Finding(Finding.Kind.PERSON_LIST, firstRecord, records));
    }

    private void titles(List<String> cells) {
        for (int c = 1; c <= cells.size(); c++) {
            String title = Folding.fold(cells.get(c - 1));
            if (title.isEmpty() || title.length() > 60) continue;
            if (CitizenIds.titles(title)) idColumns.add(c);
            if (SecrecyMarks.titles(title)) secrecyColumns.add(c);
            if (Persons.NAME_TITLE.matcher(title).find()) nameColumns.add(c);
            else if (Persons.BIRTH_TITLE.matcher(title).find()) birthColumns.add(c);
            else if (Persons.PLACE_TITLE.matcher(title).find()) placeColumns.add(c);
        }
    }

    /** Of up to seven digits: no number of a citizen, no mark, no name. Most cells of a large table are such. */
    private static boolean smallNumber(String cell) {
        if (cell.length() > 7) return false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') return false;
        }
        return true;
    }

    private void cell(int column, String cell, Place place) {
        boolean marked = SecrecyMarks.in(cell) || secrecyColumns.contains(column) && SecrecyMarks.isValue(cell);
        if (marked) found.accept(new Finding(Finding.Kind.SECRECY_MARK, place, 1));
        lines.marksAside(place, cell);
        if (cell.length() < 8 || !Character.isDigit(cell.charAt(0))) return;
        String digits = cell.replaceAll("[ .]", "");
        boolean dropped = ids.zerosDropped(digits);
        if (idColumns.contains(column)) {
            if (dropped) found.accept(new Finding(Finding.Kind.CITIZEN_ID, place, 1));
            else if (digits.matches("\\d{8,9}")) found.accept(new Finding(Finding.Kind.OLD_CITIZEN_ID, place, 1));
        } else if (dropped && digits.equals(cell)) {
            zerosDropped.computeIfAbsent(column, c -> new ArrayList<>()).add(place);
        }
    }

    private boolean isRecord(List<String> cells) {
        int name = 0;
        int words = 0;
        for (int c = 1; c <= cells.size() && name == 0; c++) {
            if (placeColumns.contains(c) && !nameColumns.contains(c)) continue;
            words = Persons.wordsOfName(cells.get(c - 1));
            if (words > 0) name = c;
        }
        if (name == 0) return false;
        boolean named = nameColumns.contains(name);
        for (int c = 1; c <= cells.size(); c++) {
            String cell = cells.get(c - 1);
            if (c == name || cell.isBlank()) continue;
            boolean birth = birthColumns.contains(c) && (persons.birthYear(cell) || persons.birthday(cell))
                    || named && persons.birthday(cell)
                    || words >= 3 && birthColumns.isEmpty() && (persons.birthYear(cell) || persons.birthday(cell)) && placeColumns.isEmpty();
            boolean home = Persons.address(cell) && (named || words >= 3);
            if (birth || home || named && Persons.phone(cell) || ids.in(cell)) return true;
        }
        return false;
    }
}
