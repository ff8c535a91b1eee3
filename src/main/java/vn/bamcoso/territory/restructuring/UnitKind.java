package vn.bamcoso.territory.restructuring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of administrative unit with their level and the word before the name. */
public enum UnitKind {
    TINH("province", "Tỉnh"),
    THANH_PHO("province", "Thành phố"),
    HUYEN("district", "Huyện"),
    QUAN("district", "Quận"),
    THI_XA("district", "Thị xã"),
    THANH_PHO_THUOC_TINH("district", "Thành phố"),
    XA("commune", "Xã"),
    PHUONG("commune", "Phường"),
    THI_TRAN("commune", "Thị trấn"),
    DAC_KHU("commune", "Đặc khu");

    private final String level;
    private final String word;

    UnitKind(String level, String word) {
        this.level = level;
        this.word = word;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String level() {
        return level;
    }

    String fullName(String name) {
        return word + " " + name;
    }

    static Optional<UnitKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
