package vn.bamcoso.figures.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.bamcoso.figures.Indicator;

/** Finds indicators as people type: without accents, by the phrase, or else by all its words in any order. */
final class Search {
    private Search() {}

    static List<Indicator> find(List<Indicator> all, String typed) {
        String phrase = plain(typed).strip().replaceAll("\\s+", " ");
        List<Indicator> exact = all.stream().filter(one -> text(one).contains(phrase)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<String> words = Arrays.stream(phrase.split("[^\\p{L}\\d_%]+")).filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? List.of() : all.stream().filter(one -> words.stream().allMatch(text(one)::contains)).toList();
    }

    private static String text(Indicator one) {
        return plain(String.join(" · ", one.code(), one.nameVi(), one.nameEn(), one.definitionVi(), one.definitionEn(), one.unitVi(), one.unitEn()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace('đ', 'd');
    }
}
