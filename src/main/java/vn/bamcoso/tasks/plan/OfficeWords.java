package vn.bamcoso.tasks.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.territory.Office;

/** Offices as plans write them: V05, "Cục Tổ chức cán bộ", "Công an tỉnh Tuyên Quang", "Tuyên Quang"; and "Công an các tỉnh", "Công an cấp xã" for all. */
@Component
class OfficeWords {
    private static final Set<String> PROVINCES = Set.of("cong an cac tinh", "cong an cac tinh thanh pho", "cong an cac tinh, thanh pho", "cong an cap tinh", "cong an dia phuong", "cong an cac dia phuong");
    private static final Set<String> COMMUNES = Set.of("cong an cap xa", "cong an cac xa", "cong an cac xa, phuong, dac khu", "cong an cac xa phuong dac khu", "cong an xa, phuong, dac khu");

    /** @param audience offices, provinces or communes; {@code unknown} words that name no office */
    record Found(String audience, List<Integer> offices, List<String> unknown) {}

    private final Choices choices;

    OfficeWords(Choices choices) {
        this.choices = choices;
    }

    /** What an issuer's plan calls the offices that it may address. */
    Map<String, Integer> known(Office issuer) {
        Map<String, Integer> known = new HashMap<>();
        for (Choices.Addressee office : choices.addressees(issuer)) {
            String name = Folding.fold(office.name()).toLowerCase(java.util.Locale.ROOT);
            known.put(name, office.id());
            if (office.kind().equals("department")) {
                known.put(office.code().toLowerCase(java.util.Locale.ROOT), office.id());
            } else {
                known.putIfAbsent(name.replaceFirst("^cong an (tinh|thanh pho|xa|phuong|dac khu|thi tran) ", ""), office.id());
            }
        }
        return known;
    }

    static Found find(String text, Map<String, Integer> known) {
        List<Integer> offices = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        String whole = folded(text);
        if (PROVINCES.contains(whole) || COMMUNES.contains(whole)) {
            return new Found(PROVINCES.contains(whole) ? "provinces" : "communes", List.of(), List.of());
        }
        for (String part : known.containsKey(whole) ? new String[] {text} : text.split("[;,\\n]| và ")) {
            String word = folded(part);
            Integer office = known.get(word);
            if (office == null && word.contains(" ")) {
                office = known.get(word.substring(0, word.indexOf(' ')).replaceAll("[()\\-–]", ""));
            }
            if (office != null) {
                offices.add(office);
            } else if (!word.isEmpty()) {
                unknown.add(part.strip());
            }
        }
        return new Found("offices", offices.stream().distinct().toList(), unknown);
    }

    private static String folded(String text) {
        return Folding.fold(text).toLowerCase(java.util.Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
