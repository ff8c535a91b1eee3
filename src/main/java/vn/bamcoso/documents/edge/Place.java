package vn.bamcoso.documents.edge;

import java.util.Locale;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.table.Address;

/** Where in what came in, as its sender would point at it. Numbers count from 1. */
public sealed interface Place {

    record Line(int number) implements Place {}

    record InSheet(Address address) implements Place {}

    /** A paragraph of a Word document, blank ones not counted. */
    record Paragraph(int number) implements Place {}

    record InTable(int table, int row, int column) implements Place {}

    record OnPage(int page, int line) implements Place {}

    /** Heads and feet of pages, notes, comments, drawn boxes. */
    record Margin() implements Place {}

    record FileName() implements Place {}

    default String where(Locale locale) {
        Texts texts = Texts.of(locale);
        return switch (this) {
            case Line(int number) -> texts.get("documents.where.row", String.valueOf(number));
            case InSheet(Address address) -> address.where(locale);
            case Paragraph(int number) -> texts.get("documents.where.paragraph", String.valueOf(number));
            case InTable(int table, int row, int column) -> column == 0
                    ? texts.get("documents.where.table-row", String.valueOf(table), String.valueOf(row))
                    : texts.get("documents.where.table-cell", String.valueOf(table), String.valueOf(row), String.valueOf(column));
            case OnPage(int page, int line) -> texts.get("documents.where.page", String.valueOf(page), String.valueOf(line));
            case Margin() -> texts.get("documents.where.margin");
            case FileName() -> texts.get("documents.where.file-name");
        };
    }
}
