package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is invented about an officer. No such person exists.
 *
 * @param sex m or f
 * @param partySince null for who is no member
 * @param language of an ethnic group or a border country; null when none
 * @param homeCommune place of origin
 */
public record Officers(
        String name, int birthYear, String sex, String ethnic, String rank, String education, @Nullable LocalDate partySince, @Nullable String language, int level, int homeCommune) {
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Phan", "Trịnh", "Đinh");
    private static final List<String> MEN = List.of("Văn An", "Văn Bình", "Quốc Cường", "Mạnh Dũng", "Văn Đức", "Minh Hải", "Văn Hùng", "Quang Huy", "Trung Kiên", "Văn Long", "Hoàng Nam", "Hồng Phong", "Minh Quân", "Ngọc Sơn", "Đức Thắng", "Anh Tuấn", "Quang Vinh", "Văn Toàn");
    private static final List<String> WOMEN = List.of("Thị Anh", "Thị Bích", "Thị Dung", "Thu Hà", "Thị Hạnh", "Thanh Hương", "Thị Lan", "Thùy Linh", "Thị Mai", "Thị Nga", "Hồng Nhung", "Thị Thảo");
    private static final Map<String, List<String>> CLANS = Map.of(
            "Tày", List.of("Hoàng", "Nông", "Ma"), "Nùng", List.of("Nông", "Lương", "Hoàng"), "Mông", List.of("Giàng", "Vàng", "Sùng", "Thào"), "Dao", List.of("Bàn", "Triệu", "Đặng"),
            "Thái", List.of("Lò", "Cầm", "Quàng"), "Mường", List.of("Bùi", "Quách", "Đinh"), "Ba Na", List.of("Đinh"), "Xơ Đăng", List.of("A"), "Ê Đê", List.of("Y"), "Khmer", List.of("Thạch", "Sơn", "Kim"));
    private static final Map<Integer, List<String>> PEOPLES = Map.ofEntries(
            Map.entry(2, List.of("Mông", "Tày", "Dao")), Map.entry(4, List.of("Tày", "Nùng")), Map.entry(6, List.of("Tày", "Dao")), Map.entry(8, List.of("Tày", "Dao")),
            Map.entry(10, List.of("Mông", "Tày")), Map.entry(11, List.of("Thái", "Mông")), Map.entry(12, List.of("Thái", "Mông")), Map.entry(14, List.of("Thái", "Mông")),
            Map.entry(15, List.of("Tày", "Dao")), Map.entry(17, List.of("Mường")), Map.entry(20, List.of("Tày", "Nùng")), Map.entry(62, List.of("Xơ Đăng", "Ba Na")),
            Map.entry(64, List.of("Ba Na")), Map.entry(66, List.of("Ê Đê")), Map.entry(84, List.of("Khmer")), Map.entry(94, List.of("Khmer")));
    private static final Map<Integer, String> ACROSS = Map.of(2, "Trung Quốc", 4, "Trung Quốc", 20, "Trung Quốc", 11, "Lào", 40, "Lào", 62, "Lào", 72, "Khmer", 80, "Khmer");
    private static final List<String> RANKS = List.of("thieu_uy", "trung_uy", "thuong_uy", "dai_uy", "thieu_ta", "trung_ta");

    static Officers make(short home, LocalDate entered, LocalDate day, Dice dice, List<Commune> here) {
        List<String> peoples = PEOPLES.getOrDefault((int) home, List.of());
        String ethnic = peoples.isEmpty() || !dice.chance(0.42) ? "Kinh" : peoples.get(dice.below(peoples.size()));
        boolean woman = dice.chance(0.07);
        List<String> families = CLANS.getOrDefault(ethnic, FAMILIES);
        String family = families.get(dice.below(families.size()));
        String given = woman ? WOMEN.get(dice.below(WOMEN.size())) : MEN.get(dice.below(MEN.size()));
        int served = day.getYear() - entered.getYear();
        int rank = Math.min(RANKS.size() - 1, served / 4 + (dice.chance(0.2) ? 1 : 0));
        String education = dice.chance(0.62) ? "dai_hoc" : dice.chance(0.75) ? "trung_cap" : dice.chance(0.8) ? "cao_dang" : "sau_dai_hoc";
        LocalDate party = dice.chance(0.88) ? entered.plusDays(400 + dice.below(1200)) : null;
        String across = ACROSS.get((int) home);
        String language = !ethnic.equals("Kinh") ? ethnic : !peoples.isEmpty() && dice.chance(0.3) ? peoples.get(dice.below(peoples.size())) : across != null && dice.chance(0.06) ? across : null;
        int origin = here.get(dice.below(here.size())).placeId();
        return new Officers(family + " " + given, entered.getYear() - 19 - dice.below(5), woman ? "f" : "m", ethnic, RANKS.get(rank), education, party, language, 1 + dice.below(3), origin);
    }
}
