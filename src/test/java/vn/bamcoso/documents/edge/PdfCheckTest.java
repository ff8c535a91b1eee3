package vn.bamcoso.documents.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;

/** A PDF comes in when it is nothing but a document, and nothing stands in it that may not be kept. */
class PdfCheckTest {
    private final EdgeCheck check = new EdgeCheck(LocalDate.of(2026, 11, 22));

    private interface Making {
        void on(PDDocument document) throws IOException;
    }

    /** @param lines of the one page; none: a page without text, as a scan is */
    private static byte[] pdf(Making more, String... lines) throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            if (lines.length > 0) {
                var font = PDType0Font.load(document, PdfCheckTest.class.getResourceAsStream("/vn/bamcoso/documents/official/Tinos-Regular.ttf"));
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(60, 700);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLineAtOffset(0, -20);
                    }
                    content.endText();
                }
            }
            more.on(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private void refused(String code, byte[] content) {
        assertThatThrownBy(() -> check.document("bao-cao.pdf", content)).hasMessage(code);
    }

    @Test
    void aReportOrAScanComesIn() throws IOException {
        assertThat(check.document("bao-cao.pdf", pdf(document -> {}, "BÁO CÁO", "Kết quả thực hiện nhiệm vụ quý III năm 2026"))).isEmpty();
        assertThat(check.document("ban-quet.pdf", pdf(document -> {}))).as("a scan has no text").isEmpty();
        assertThat(EdgeCheck.isPdf("PK".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }

    @Test
    void whatMayNotBeKeptIsNamedWithItsPageAndLine() throws IOException {
        var found = check.document("bao-cao.pdf", pdf(document -> {}, "Kết quả xác minh", "Số căn cước 001203000019"));
        assertThat(found).extracting(Finding::kind).containsExactly(Finding.Kind.CITIZEN_ID);
        assertThat(found.getFirst().place().where(Locale.of("vi"))).isEqualTo("trang 1, dòng 2");
        assertThat(check.document("bao-cao.pdf", pdf(document -> {}, "MẬT", "Kế hoạch"))).extracting(Finding::kind).containsExactly(Finding.Kind.SECRECY_MARK);
    }

    @Test
    void scriptsProgramsAndFilesWithinAreRefusedWhereverTheyHide() throws IOException {
        refused("documents.problem.pdf.acts", pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
        refused("documents.problem.pdf.acts", pdf(document -> {
            var launch = new PDActionLaunch();
            launch.setF("cmd.exe");
            document.getDocumentCatalog().setOpenAction(launch);
        }));
        refused("documents.problem.pdf.acts", pdf(document -> {
            var form = new COSDictionary();
            form.setItem(COSName.getPDFName("XFA"), new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        }));
        refused("documents.problem.pdf.holds", pdf(document -> {
            var file = new PDComplexFileSpecification();
            file.setFile("a.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1, 2})));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("a.exe", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        }));
    }

    @Test
    void lockedDamagedAndBottomlessFilesAreRefused() throws IOException {
        byte[] sound = pdf(document -> {}, "Báo cáo");
        refused("documents.problem.file.locked", pdf(document -> document.protect(new StandardProtectionPolicy("owner", "mo", new AccessPermission())), "Báo cáo"));
        refused("documents.problem.file.locked", pdf(document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())), "Báo cáo"));
        refused("documents.problem.pdf.damaged", "%PDF-1.7 và không có gì nữa".getBytes(StandardCharsets.UTF_8));
        refused("documents.problem.pdf.damaged", Arrays.copyOf(sound, 200));
        refused("documents.problem.file.unpacks-too-large", pdf(document -> {
            var stream = new COSStream();
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] nothing = new byte[1024 * 1024];
                for (int i = 0; i < 70; i++) {
                    out.write(nothing);
                }
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Bomb"), stream);
        }));
        refused("documents.problem.pdf.pages", pdf(document -> {
            for (int i = 0; i < PdfText.PAGES; i++) {
                document.addPage(new PDPage());
            }
        }));
    }
}
