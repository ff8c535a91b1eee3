package vn.bamcoso.tasks.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.bamcoso.documents.spelling.Folding;

/** Which column of a plan's table is which, told by its head in Vietnamese or by the name that the API uses. */
record Columns(Map<String, Integer> at) {
    private static final Map<String, List<String>> HEADS = new LinkedHashMap<>();

    static {
        HEADS.put("number", List.of("tt", "stt", "number"));
        HEADS.put("title", List.of("noi dung", "nhiem vu", "ten nhiem vu", "noi dung nhiem vu", "noi dung cong viec", "title"));
        HEADS.put("lead", List.of("chu tri", "don vi chu tri", "co quan chu tri", "lead"));
        HEADS.put("cooperating", List.of("phoi hop", "don vi phoi hop", "co quan phoi hop", "cooperating"));
        HEADS.put("due", List.of("thoi han", "thoi han hoan thanh", "thoi gian hoan thanh", "thoi gian", "tien do", "due"));
        HEADS.put("deliverable", List.of("san pham", "ket qua", "san pham, ket qua", "deliverable"));
        HEADS.put("authority", List.of("cap quyet dinh", "lanh dao phu trach", "tham quyen", "cap trinh", "authority"));
    }

    static boolean head(List<String> row) {
        return of(row).at.containsKey("title");
    }

    static Columns of(List<String> head) {
        Map<String, Integer> at = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            String word = Folding.fold(head.get(i)).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
            for (var entry : HEADS.entrySet()) {
                if (entry.getValue().contains(word)) {
                    at.putIfAbsent(entry.getKey(), i);
                }
            }
        }
        return new Columns(at);
    }

    String cell(List<String> row, String column) {
        Integer at = this.at.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }
}
