package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The words for thousands, millions and thousand millions; "nghìn tỷ" and "trillion" are 10¹². */
enum Scale {
    ONE(0, List.of(""), List.of("")),
    THOUSAND(3, List.of("nghìn", "ngàn"), List.of("thousand")),
    MILLION(6, List.of("triệu"), List.of("million")),
    BILLION(9, List.of("tỷ", "tỉ"), List.of("billion")),
    TRILLION(12, List.of("nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ"), List.of("trillion"));

    private final int power;
    private final List<String> vietnamese;
    private final List<String> english;

    Scale(int power, List<String> vietnamese, List<String> english) {
        this.power = power;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    BigDecimal factor() {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    String word(NumberForm form) {
        return words(form).getFirst();
    }

    List<String> words(NumberForm form) {
        return form == NumberForm.ENGLISH ? english : vietnamese;
    }

    static Scale ofWord(String word) {
        String folded = word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        for (Scale scale : values()) {
            if (scale.vietnamese.contains(folded) || scale.english.contains(folded)) return scale;
        }
        throw new IllegalArgumentException("no scale word: " + word);
    }
}
