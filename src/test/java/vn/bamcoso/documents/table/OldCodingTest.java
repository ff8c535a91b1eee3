package vn.bamcoso.documents.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Problem;

/** Samples typed by hand as the old fonts have them. */
class OldCodingTest {
    private static final String TCVN3 = "C«ng an x· §ång V¨n; B¸o c¸o kÕt qu¶ c«ng t¸c; Tæng sè vô ph¹m téi; §¬n vÞ: ng­êi; Qu¶ng Ng·i; ThÞ trÊn M¨ng §en";
    private static final String VNI = "Coâng an xaõ Ñoàng Vaên; Baùo caùo keát quaû coâng taùc; Toång soá vuï phaïm toäi; Ñôn vò: ngöôøi; Quaûng Ngaõi; Thò traán Maêng Ñen";
    private static final String UNICODE = "Công an xã Đồng Văn; Báo cáo kết quả công tác; Tổng số vụ phạm tội; Đơn vị: người; Quảng Ngãi; Thị trấn Măng Đen";

    @Test
    void eachIsRecognisedByItsWordsAndReadIntoUnicode() {
        assertThat(OldCoding.of(List.of(TCVN3))).contains(OldCoding.TCVN3);
        assertThat(OldCoding.TCVN3.read(TCVN3)).isEqualTo(UNICODE);
        assertThat(OldCoding.of(List.of(VNI))).contains(OldCoding.VNI);
        assertThat(OldCoding.VNI.read(VNI)).isEqualTo(UNICODE);
    }

    @Test
    void capitalsAndEveryVowelOfVni() {
        assertThat(OldCoding.VNI.read("COÂNG AN TÆNH QUAÛNG NAM, ÑAØ NAÜNG, MYÕ THO, ÖÙNG HOØA, PHUÙ THOÏ, ÍT KHI, ÔÛ ÑAÂY, KYÛ LUAÄT, HUYEÄN KÎ"))
                .isEqualTo("CÔNG AN TỈNH QUẢNG NAM, ĐÀ NẴNG, MỸ THO, ỨNG HÒA, PHÚ THỌ, ÍT KHI, Ở ĐÂY, KỶ LUẬT, HUYỆN KỴ");
    }

    @Test
    void everyVowelOfTcvn3() {
        assertThat(OldCoding.TCVN3.read("µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ")).isEqualTo("àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ");
    }

    @Test
    void unicodeStaysAsItIsAlsoWhereItsLettersAreThoseOfWesternEurope() {
        assertThat(OldCoding.of(List.of(UNICODE))).isEmpty();
        assertThat(OldCoding.of(List.of("Hà Nam", "Công an xã", "Báo cáo tháng"))).as("all these letters are in Latin-1 too").isEmpty();
        assertThat(OldCoding.of(List.of("café", "São Paulo", "Müller"))).isEmpty();
        assertThat(OldCoding.of(List.of("plain text 123"))).isEmpty();
    }

    @Test
    void aCsvInBytesOfTheOldFontIsReadAndOneThatNobodyCanReadIsRefused() {
        byte[] old = ("Mã;Tªn x·;Sè vô\n00715;X· §ång V¨n;12\n00721;ThÞ trÊn Yªn Minh;7\n".replace("Mã", "M·")).getBytes(StandardCharsets.ISO_8859_1);
        TableFile file = TableFile.open(old);
        assertThat(file.coding()).get().extracting(OldCoding.Found::coding, OldCoding.Found::after).containsExactly(OldCoding.TCVN3, "Mã");
        List<String> names = new ArrayList<>();
        file.rows(row -> names.add(row.cell(2).text()));
        assertThat(names).containsExactly("Tên xã", "Xã Đồng Văn", "Thị trấn Yên Minh");
        byte[] other = "key;n\u00fc\u00df\u00e4\u00ff\u00f0\u00f0\n1;\u00ff\u00fe\u00fd\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TableFile.open(other)).isInstanceOf(Problem.class);
    }
}
