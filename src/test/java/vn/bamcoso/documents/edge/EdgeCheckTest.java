package vn.bamcoso.documents.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

class EdgeCheckTest {

    private static final Path SAMPLES = Path.of("src/test/resources/edge");
    private final EdgeCheck edge = new EdgeCheck(LocalDate.of(2026, 11, 21));

    private List<Finding> check(String name) throws IOException {
        byte[] content = Files.readAllBytes(SAMPLES.resolve(name));
        return name.endsWith(".txt") ? edge.text(new String(content, StandardCharsets.UTF_8)) : edge.file("tệp", content);
    }

    @Test
    void thirtyFiveSamplesWithTheFalseAlarmsCounted() throws IOException {
        int positive = 0;
        int hits = 0;
        int negative = 0;
        int falseAlarms = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("labels.csv"))) {
            if (line.startsWith("#") || line.startsWith("file;")) continue;
            String[] label = line.split(";", 3);
            Set<String> expected = label[1].isEmpty() ? Set.of() : Set.of(label[1].split("\\+"));
            Set<String> found = check(label[0]).stream().map(f -> f.kind().name()).collect(Collectors.toCollection(TreeSet::new));
            if (expected.isEmpty()) {
                negative++;
                if (!found.isEmpty()) falseAlarms++;
            } else {
                positive++;
                if (found.containsAll(expected)) hits++;
            }
            if (!found.equals(new TreeSet<>(expected))) wrong.add(label[0] + " found " + found);
        }
        System.out.printf("edge: %d of %d found, %d false alarms in %d clean samples; wrong: %s%n", hits, positive, falseAlarms, negative, wrong);
        assertThat(positive).isEqualTo(18);
        assertThat(negative).isEqualTo(17);
        assertThat(hits).isEqualTo(17);
        assertThat(falseAlarms).isEqualTo(1);
        assertThat(wrong).containsExactly("p11-ten-va-ban-khong-tu-khoa.txt found []", "n15-cot-mat.csv found [SECRECY_MARK]");
    }

    @Test
    void theFindingSaysWhereAndNeverWhat() throws IOException {
        assertThat(check("p09-cccd-mat-so-0.csv")).extracting(f -> f.place().where(Texts.VIETNAMESE)).containsExactly("dòng 2, cột C", "dòng 3, cột C");
        assertThat(check("p04-danh-sach-van-xuoi.txt")).singleElement().satisfies(finding -> {
            assertThat(finding.place().where(Texts.VIETNAMESE)).isEqualTo("dòng 2");
            assertThat(finding.sentence(Texts.VIETNAMESE)).startsWith("Từ đây có danh sách 3 người").doesNotContain("Nguyễn");
            assertThat(finding.sentence(Texts.ENGLISH)).startsWith("From here on there is a list of 3 persons");
        });
        assertThat(check("p13-danh-sach-trang-an.xlsx")).extracting(f -> f.place().where(Texts.VIETNAMESE)).containsExactly("trang “DS”, dòng 2");
        assertThat(check("p17-bang-danh-sach.docx")).extracting(f -> f.place().where(Texts.VIETNAMESE))
                .containsExactlyInAnyOrder("bảng 1, dòng 2, cột 2", "bảng 1, dòng 3, cột 2", "bảng 1, dòng 4, cột 2", "bảng 1, dòng 2");
        assertThat(check("p16-dau-mat-khung-chu.docx")).singleElement().extracting(Finding::place).isEqualTo(new Place.Margin());
    }

    @Test
    void aRefusalNamesEveryPlace() throws IOException {
        List<Finding> findings = check("p09-cccd-mat-so-0.csv");
        assertThatThrownBy(() -> EdgeCheck.refuse(findings, Texts.VIETNAMESE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(Texts.vi().get(problem)).startsWith("Không nhận được vì có 2 chỗ");
            assertThat(problem.faults()).extracting(Problem.Fault::where).containsExactly("dòng 2, cột C", "dòng 3, cột C");
        });
        EdgeCheck.refuse(List.of(), Texts.VIETNAMESE);
    }

    @Test
    void aFileNameCanCarryAMarkToo() {
        byte[] clean = "Xã;Số tin\nĐồng Văn;12\n".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("Báo cáo (MẬT).csv", "bao-cao-tuyet-mat.csv", "Tối mật - kế hoạch.csv", "BC_mật.csv")) {
            assertThat(edge.file(name, clean)).as(name).extracting(Finding::kind).containsExactly(Finding.Kind.SECRECY_MARK);
        }
        for (String name : List.of("mật độ dân cư.csv", "mat_do_dan_cu.csv", "bảo mật.csv", "Bí mật nhà nước - tập huấn.csv", "mật khẩu wifi.csv", "Matxcova.csv", "mật ong.csv")) {
            assertThat(edge.file(name, clean)).as(name).isEmpty();
        }
    }

    @Test
    void numbersOfCitizensAreToldFromOtherTwelveDigits() {
        for (String id : List.of("001085012345", "096304000017", "034 099 012345", "001.099.012.345", "CCCD:079203001234.", "(031 0920 0445)".replace("031 0920 0445", "0310 9200 4455"))) {
            assertThat(edge.text("x " + id)).as(id).extracting(Finding::kind).containsExactly(Finding.Kind.CITIZEN_ID);
        }
        // no such province, a century to come, a birth year to come, part of a longer number, an amount
        for (String other : List.of("003085012345", "001985012345", "001230012345", "0010850123456", "1001085012345", "34.099.012.345", "0912345678", "001085012345/BC")) {
            assertThat(edge.text("x " + other)).as(other).isEmpty();
        }
    }

    @Test
    void aTextMadeToStallIsReadAllTheSame() {
        for (String piece : List.of("1", "0 ", "Nguyễn Văn ", " ", "(", "MẬT ", "Lê A sinh ", "thôn A", "Ậ\t")) {
            assertTimeout(Duration.ofSeconds(20), () -> edge.text(piece.repeat(20_000) + "MẬT"));
        }
    }
}
