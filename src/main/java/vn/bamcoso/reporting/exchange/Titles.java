package vn.bamcoso.reporting.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;

/** By what titles the columns of a form's table are known: codes, names and labels in both languages, compared as people search. */
final class Titles {
    private static final Set<String> NUMBERING = Set.of("stt", "tt", "so tt", "no", "#");

    private final Form.Version version;
    private final Indicators indicators;
    private final Map<String, String> byTitle = new HashMap<>();

    Titles(Form.Version version, Indicators indicators) {
        this.version = version;
        this.indicators = indicators;
        for (Form.Line line : version.asked()) {
            Indicator indicator = indicators.require(line.indicator());
            for (String title : new String[] {line.indicator(), indicator.nameVi(), indicator.nameEn(), line.labelVi(), line.labelEn()}) {
                if (title != null) {
                    byTitle.put(Folding.fold(title), line.indicator());
                }
            }
        }
    }

    /** The title of a line's column in templates of that language. */
    static String of(Form.Line line, Indicator indicator, Texts texts) {
        return line.label(texts) != null ? line.label(texts) : indicator.name(texts.locale());
    }

    static List<String> keyTitles() {
        return List.of(Texts.vi().get("reporting.file.key"), Texts.en().get("reporting.file.key"), "place", "key", "ma don vi", "ma xa");
    }

    static List<String> nameTitles() {
        return List.of(Texts.vi().get("reporting.file.name"), Texts.en().get("reporting.file.name"), "ten", "ten don vi", "don vi", "dia ban", "name");
    }

    /** Of the column in which our templates say what does not fit. */
    static List<String> checkTitles() {
        return List.of(Texts.vi().get("reporting.file.checked"), Texts.en().get("reporting.file.checked"));
    }

    static boolean one(String title, List<String> of) {
        String folded = Folding.fold(title);
        return of.stream().anyMatch(known -> Folding.fold(known).equals(folded));
    }

    static boolean numbering(String title) {
        return NUMBERING.contains(Folding.fold(title));
    }

    /** The code that a title stands for; by its whole path or its own last part. */
    Optional<String> indicator(TableHead.Title title) {
        return Optional.ofNullable(byTitle.getOrDefault(Folding.fold(title.whole()), byTitle.get(Folding.fold(title.own()))));
    }

    Optional<String> indicator(String code) {
        return Optional.ofNullable(byTitle.get(Folding.fold(code)));
    }

    /** The head of a table with one row a place; empty when there is none. */
    Optional<TableHead> tableHead(TableFile file) {
        List<List<String>> kinds = new ArrayList<>();
        for (Texts texts : List.of(Texts.vi(), Texts.en())) {
            kinds.add(wanted(texts));
            List<String> names = new ArrayList<>(List.of(texts.get("reporting.file.key")));
            version.asked().forEach(line -> names.add(indicators.require(line.indicator()).name(texts.locale())));
            kinds.add(names);
        }
        for (String key : keyTitles()) {
            List<String> codes = new ArrayList<>(List.of(key));
            version.asked().forEach(line -> codes.add(line.indicator()));
            kinds.add(codes);
        }
        return TableHead.first(file, kinds);
    }

    /** The head of one commune's template: a line an indicator. */
    Optional<TableHead> lineHead(TableFile file) {
        return TableHead.first(file, List.of(
                List.of(Texts.vi().get("reporting.file.code"), Texts.vi().get("reporting.file.value")), List.of(Texts.en().get("reporting.file.code"), Texts.en().get("reporting.file.value")),
                List.of("indicator", "value")));
    }

    /** What the columns should be called, for the sentence that misses them. */
    List<String> wanted(Texts texts) {
        List<String> wanted = new ArrayList<>(List.of(texts.get("reporting.file.key")));
        version.asked().forEach(line -> wanted.add(of(line, indicators.require(line.indicator()), texts)));
        return wanted;
    }
}
