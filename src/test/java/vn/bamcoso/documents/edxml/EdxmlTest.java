package vn.bamcoso.documents.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

/** What is written is read back the same; a bad file is refused with a sentence that says where and why. */
class EdxmlTest {
    private static final Edxml.Reference REFERENCE = new Edxml.Reference("000.00.00.G01", new Edxml.Code("12", "CT-BCA"), "000.00.00.G01,2026/11/20,12/CT-BCA");
    private static final Edxml.Letter LETTER = new Edxml.Letter(
            "000.00.00.G01,2026/11/20,12/CT-BCA", new Edxml.Organ("000.00.00.G01", "Bộ Công an"),
            List.of(new Edxml.Organ("000.00.00.H41", "Công an tỉnh <A> & B"), new Edxml.Organ("000.00.01.H60", "")), new Edxml.Code("12", "CT-BCA"),
            "Về xây dựng Công an xã chính quy \"bám cơ sở\"", new Edxml.Signer("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Văn Ơ"), LocalDate.of(2026, 11, 25), "1",
            List.of("Như trên", "Lưu: VT, V01"), REFERENCE);

    private static EdxmlReader.Reading read(String xml) {
        return EdxmlReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(Edxml message) {
        return new String(EdxmlWriter.write(message), StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentComesBackAsItWent() {
        var reading = read(written(LETTER));
        assertThat(reading.message()).isEqualTo(LETTER);
        assertThat(reading.unknown()).isEmpty();
        assertThat(written(LETTER)).contains("<edXML:DueDate>2026/11/25</edXML:DueDate>").contains("xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"");
    }

    @Test
    void aDocumentWithTheLeastThatIsNeededComesBackToo() {
        var least = new Edxml.Letter("1", LETTER.from(), List.of(LETTER.from()), LETTER.code(), "Trích yếu", new Edxml.Signer("", "", "A"), null, null, List.of(), null);
        assertThat(read(written(least)).message()).isEqualTo(least);
    }

    @Test
    void everyStateComesBackUnderItsCode() {
        for (StatusCode status : StatusCode.values()) {
            var state = new Edxml.State(REFERENCE, new Edxml.Organ("000.00.00.H41", "Công an tỉnh"), status, "đã phân công");
            assertThat(written(state)).contains("StatusCode>" + status.code() + "<");
            assertThat(read(written(state)).message()).isEqualTo(state);
        }
        assertThat(Stream.of(StatusCode.values()).map(StatusCode::code)).containsExactly("01", "02", "03", "04", "05", "06", "13", "15", "16");
    }

    @Test
    void anElementThatIsNotKnownIsPassedOverAndNamed() {
        String more = written(LETTER).replace("<edXML:Subject>", "<edXML:Priority><edXML:Level>9</edXML:Level></edXML:Priority>\n<edXML:Subject>");
        var reading = read(more);
        assertThat(reading.message()).isEqualTo(LETTER);
        assertThat(reading.unknown()).extracting(EdxmlReader.Unknown::element).containsExactly("Priority");
    }

    @TestFactory
    Stream<DynamicTest> eachBadFileIsRefusedWithItsSentence() {
        String good = written(LETTER);
        String state = written(new Edxml.State(REFERENCE, LETTER.from(), StatusCode.FINISHED, ""));
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("nothing", List.of("empty", ""));
        bad.put("no XML", List.of("not-xml", "Kính gửi"));
        bad.put("cut off", List.of("not-xml", good.substring(0, good.length() / 2)));
        bad.put("a DTD", List.of("doctype", good.replace("?>", "?><!DOCTYPE x>")));
        bad.put("an external entity", List.of("doctype", good.replace("?>", "?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>").replace("Như trên", "&f;")));
        bad.put("a billion laughs", List.of("doctype", good.replace("?>", "?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>").replace("Như trên", "&b;")));
        bad.put("an instruction", List.of("instruction", good.replace("<edXML:Subject>", "<?run it?><edXML:Subject>")));
        bad.put("another namespace", List.of("namespace", good.replace("QCVN_102_2016", "QCVN_102_2099")));
        bad.put("another root", List.of("root", "<edXML xmlns=\"x\"/>".replace("edXML", "Letter").replace("\"x\"", "\"" + Edxml.NAMESPACE + "\"")));
        bad.put("too large", List.of("too-large", good + " ".repeat(Parsing.MOST_BYTES)));
        bad.put("too deep", List.of("too-deep", good.replace("<edXML:Subject>", "<edXML:X>".repeat(20) + "</edXML:X>".repeat(20) + "<edXML:Subject>")));
        bad.put("too many", List.of("too-many", good.replace("<edXML:Subject>", "<edXML:X/>".repeat(3000) + "<edXML:Subject>")));
        bad.put("too long", List.of("too-long", good.replace("Về xây dựng", "á".repeat(5000))));
        bad.put("no subject", List.of("missing", good.replaceAll("<edXML:Subject>.*</edXML:Subject>", "")));
        bad.put("nobody to go to", List.of("missing", good.replaceAll("<edXML:To>.*</edXML:To>", "")));
        bad.put("two subjects", List.of("twice", good.replace("<edXML:Subject>", "<edXML:Subject>x</edXML:Subject><edXML:Subject>")));
        bad.put("no name under the signature", List.of("empty-field", good.replace("Nguyễn Văn Ơ", " ")));
        bad.put("text and elements mixed", List.of("not-text", good.replace("<edXML:FullName>", "và <edXML:FullName>")));
        bad.put("an organisation that is none", List.of("organ", good.replace("000.00.00.H41", "H41")));
        bad.put("a number that is none", List.of("number", good.replace("<edXML:CodeNumber>12<", "<edXML:CodeNumber>mười hai<")));
        bad.put("a day the Vietnamese way", List.of("day", good.replace("2026/11/25<", "25/11/2026<")));
        bad.put("a day that is none", List.of("day", good.replace("2026/11/25<", "2026/02/30<")));
        bad.put("a direction in words", List.of("steering", good.replace("SteeringType>1<", "SteeringType>khẩn<")));
        bad.put("a status that is none", List.of("status", state.replace("StatusCode>06<", "StatusCode>07<")));
        bad.put("neither document nor state", List.of("one-of-two", good.replace("MessageHeader", "Nothing")));
        return bad.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
            assertThat(one.getValue().get(1)).as("the file was spoilt").isNotEqualTo(good).isNotEqualTo(state);
            Problem problem = catchThrowableOfType(Problem.class, () -> read(one.getValue().get(1)));
            assertThat(problem).isNotNull();
            assertThat(problem.code()).isEqualTo("documents.edxml." + one.getValue().getFirst());
            assertThat(Texts.vi().get(problem)).doesNotContain("{").endsWith(".");
        }));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        byte[] other = written(LETTER).getBytes(StandardCharsets.UTF_16);
        Problem problem = catchThrowableOfType(Problem.class, () -> EdxmlReader.read(new ByteArrayInputStream(other)));
        assertThat(problem.code()).isEqualTo("documents.edxml.not-utf8");
    }
}
