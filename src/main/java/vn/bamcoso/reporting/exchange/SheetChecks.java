package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.reporting.Form;

/**
 * The checks of a form as formulas of a spreadsheet, so that who fills in a file is told there what the program would tell. A cell takes
 * only numbers that its indicator may have; a check between cells never stops the typing, because one of them is always typed first: it is
 * said beside the row.
 */
final class SheetChecks {
    private static final int LONGEST = 7000; // a formula may have 8,192 characters

    private SheetChecks() {}

    /** @param column from 0; rows as the spreadsheet counts */
    static void limit(ExcelSheet sheet, int column, int from, int to, Indicator indicator, Texts texts) {
        String cell = ExcelSheet.cell(column, from);
        if (indicator.decimals() == 0 && zeroOrOne(indicator)) {
            sheet.offer(column, from, to, List.of("0", "1"), true, indicator.name(texts.locale()), texts.get("reporting.file.only.zero-one"));
            return;
        }
        List<String> rules = new ArrayList<>(List.of("ISNUMBER(" + cell + ")"));
        List<String> words = new ArrayList<>(List.of(texts.get("reporting.file.only.number")));
        if (indicator.decimals() == 0) {
            rules.add(cell + "=INT(" + cell + ")");
            words.add(texts.get("reporting.file.only.whole"));
        } else {
            rules.add("ABS(" + cell + "-ROUND(" + cell + "," + indicator.decimals() + "))<0.0000001");
            words.add(texts.get("reporting.file.only.decimals", indicator.decimals()));
        }
        bound(indicator.least(), cell + ">=", "reporting.file.only.least", rules, words, texts);
        bound(indicator.most(), cell + "<=", "reporting.file.only.most", rules, words, texts);
        sheet.allow(column, from, to, "AND(" + String.join(",", rules) + ")", indicator.name(texts.locale()), String.join(" ", words));
    }

    private static boolean zeroOrOne(Indicator indicator) {
        return indicator.least() != null && indicator.least().signum() == 0 && indicator.most() != null && indicator.most().compareTo(BigDecimal.ONE) == 0;
    }

    private static void bound(@Nullable BigDecimal bound, String rule, String key, List<String> rules, List<String> words, Texts texts) {
        if (bound != null) {
            rules.add(rule + bound.toPlainString());
            words.add(texts.get(key, Numerals.write(bound.stripTrailingZeros(), texts.locale())));
        }
    }

    /** What to say of some checks: the sentence of each that is broken, with its values. @param cells by indicator; checks with a line that has no cell are left out */
    static @Nullable String sentences(List<Form.Check> checks, Map<String, String> cells, Texts texts) {
        StringBuilder all = new StringBuilder();
        for (Form.Check check : checks) {
            if (cells.keySet().containsAll(check.codes())) {
                String one = sentence(check, cells, texts);
                if (all.length() + one.length() < LONGEST) {
                    all.append(all.isEmpty() ? "" : "&").append(one);
                }
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static String sentence(Form.Check check, Map<String, String> cells, Texts texts) {
        String left = sum(check.part(), cells);
        String right = sum(check.whole(), cells);
        String wrong = "ROUND(" + left + "-" + right + ",6)" + (check.relation().equals("=") ? "<>0" : ">0");
        String said = quoted((check.hard() ? "" : texts.get("reporting.draft.soft") + " ") + check.sentence(texts) + " ").replace("{0}", "\"&" + left + "&\"").replace("{1}", "\"&" + right + "&\"")
                .replace("{2}", "\"&ABS(" + left + "-" + right + ")&\"");
        return "IF(AND(COUNT(" + list(check.part(), cells) + ")>0,COUNT(" + list(check.whole(), cells) + ")>0," + wrong + ")," + said + ",\"\")";
    }

    /** An empty cell counts for nothing. */
    private static String sum(String side, Map<String, String> cells) {
        StringBuilder sum = new StringBuilder("(");
        for (String term : terms(side)) {
            boolean minus = term.startsWith("-");
            sum.append(minus ? "-" : sum.length() > 1 ? "+" : "").append("SUM(").append(cells.get(minus ? term.substring(1) : term)).append(')');
        }
        return sum.append(')').toString();
    }

    private static String list(String side, Map<String, String> cells) {
        return String.join(",", terms(side).stream().map(term -> cells.get(term.startsWith("-") ? term.substring(1) : term)).toList());
    }

    private static List<String> terms(String side) {
        return List.of(side.replace(" ", "").replace("-", "+-").split("\\+")).stream().filter(term -> !term.isEmpty()).toList();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
