package vn.bamcoso.documents.official;

import static vn.bamcoso.documents.official.Typeset.*;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * Paper, margins, and what stands in them: the page number in the middle of the top margin from page 2 on, the label and the foot of
 * {@link OfficialDocument.Frame} on each page. Each annex counts its pages from 1.
 */
final class PageFrame {

    private static final int FROM_EDGE = mm(8);

    private final XWPFDocument word;
    private final CTSectPr last;

    PageFrame(XWPFDocument word, OfficialDocument.Frame frame) {
        this.word = word;
        this.last = word.getDocument().getBody().isSetSectPr() ? word.getDocument().getBody().getSectPr() : word.getDocument().getBody().addNewSectPr();
        head(word.createHeader(HeaderFooterType.FIRST), frame, false);
        head(word.createHeader(HeaderFooterType.DEFAULT), frame, true);
        foot(word.createFooter(HeaderFooterType.FIRST), frame);
        foot(word.createFooter(HeaderFooterType.DEFAULT), frame);
        paper(last, false);
    }

    /** Two lines, each set by its paragraph, so that they stand right on upright and on wide pages. */
    private static void head(XWPFHeaderFooter head, OfficialDocument.Frame frame, boolean numbered) {
        XWPFParagraph label = paragraph(head::createParagraph, ParagraphAlignment.RIGHT, 0, 0);
        run(label, frame.label() == null ? "" : frame.label(), new Look(9, true, true));
        XWPFParagraph number = paragraph(head::createParagraph, ParagraphAlignment.CENTER, 0, 0);
        if (!numbered) return;
        var field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        var run = field.addNewR();
        var look = run.addNewRPr();
        var fonts = look.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        look.addNewSz().setVal(BigInteger.valueOf(13 * 2));
        run.addNewT().setStringValue("2");
    }

    private static void foot(XWPFHeaderFooter foot, OfficialDocument.Frame frame) {
        XWPFParagraph p = paragraph(foot::createParagraph, ParagraphAlignment.CENTER, 0, 0);
        run(p, frame.foot() == null ? "" : frame.foot(), Look.plain(9));
    }

    private static void paper(CTSectPr section, boolean landscape) {
        var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? PAGE_HEIGHT : PAGE_WIDTH));
        size.setH(BigInteger.valueOf(landscape ? PAGE_WIDTH : PAGE_HEIGHT));
        if (landscape) size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setBottom(BigInteger.valueOf(BOTTOM));
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
        margins.setHeader(BigInteger.valueOf(FROM_EDGE));
        margins.setFooter(BigInteger.valueOf(FROM_EDGE));
        margins.setGutter(BigInteger.ZERO);
        var numbers = section.isSetPgNumType() ? section.getPgNumType() : section.addNewPgNumType();
        numbers.setStart(BigInteger.ONE);
        if (!section.isSetTitlePg()) section.addNewTitlePg();
    }

    /** Ends the section begun before; what follows starts on a new page that is page 1. */
    void endSection(boolean landscape) {
        XWPFParagraph p = paragraph(word::createParagraph, ParagraphAlignment.LEFT, 0, 0);
        CTSectPr section = (CTSectPr) p.getCTP().getPPr().addNewSectPr().set(last);
        paper(section, landscape);
        p.getCTP().getPPr().addNewRPr().addNewSz().setVal(BigInteger.valueOf(2));
    }

    void endLast(boolean landscape) {
        paper(last, landscape);
    }
}
