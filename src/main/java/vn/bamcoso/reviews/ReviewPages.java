package vn.bamcoso.reviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.papers.Paper;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.reviews.ReviewPage.Part;
import vn.bamcoso.reviews.ReviewPage.Piece;
import vn.bamcoso.reviews.ReviewPage.Said;
import vn.bamcoso.reviews.ReviewPage.Warning;

/** Reads what the page of a review shows: every block as it says its figures now, or as it would have said them then. */
@Component
public class ReviewPages {
    private final Reviews reviews;
    private final ReviewBlocks blocks;
    private final Facts facts;
    private final ReviewFigures figures;
    private final ReviewSection section;
    private final Papers papers;

    ReviewPages(Reviews reviews, ReviewBlocks blocks, Facts facts, ReviewFigures figures, ReviewSection section, Papers papers) {
        this.reviews = reviews;
        this.blocks = blocks;
        this.facts = facts;
        this.figures = figures;
        this.section = section;
        this.papers = papers;
    }

    /** A review with where its document stands. */
    public record Line(Reviews.Review review, Paper paper) {}

    @Transactional(readOnly = true)
    public List<Line> list() {
        return reviews.list().stream().map(review -> new Line(review, papers.get(review.paper()))).toList();
    }

    /** @param then as known at the end of the conference day, instead of now */
    @Transactional(readOnly = true)
    public ReviewPage of(int id, boolean then, Texts texts) {
        var review = reviews.get(id);
        Paper paper = papers.get(review.paper());
        Instant known = then ? VietnamTime.endOf(review.heldOn()).minusSeconds(1) : null;
        List<ReviewBlocks.Block> whole = blocks.of(id);
        List<Part> parts = figures.asking(() -> {
            facts.foresee(whole.stream().flatMap(block -> block.slots().stream()).toList(), known);
            return whole.stream().map(block -> part(block, known)).toList();
        });
        boolean edits = !then && papers.mayEdit(paper);
        return new ReviewPage(id, review.title(), review.asOf(), review.heldOn(), review.paper(), paper.step(), known, edits, parts, warnings(parts, texts));
    }

    /** @throws Problem not found when the block is of another review */
    @Transactional(readOnly = true)
    public Part part(int review, int block) {
        ReviewBlocks.Block found = blocks.get(block);
        if (found.reviewId() != review) {
            throw Problem.notFound();
        }
        return figures.asking(() -> part(found, null));
    }

    private Part part(ReviewBlocks.Block block, @Nullable Instant known) {
        var said = new ArrayList<Said>();
        for (int i = 0; i < block.slots().size(); i++) {
            if (block.text().has(i + 1)) {
                said.add(said(block, i + 1, known));
            }
        }
        var lines = new ArrayList<List<Piece>>();
        String text = block.text().marked();
        for (String line : block.kind().equals("listing") ? text.lines().filter(l -> !l.isBlank()).toList() : List.of(text)) {
            lines.add(Slotted.read(line).parts().stream().map(part -> new Piece(part.text(), part.slot(), of(said, part.slot()))).toList());
        }
        var table = block.annex() ? section.annexOf(block, known) : null;
        return new Part(
                block.id(), block.reviewId(), block.position(), block.kind(), block.number(), lines,
                table == null ? null : table.annexes().getFirst(), table == null ? List.of() : table.cited(),
                block.version(), text, block.writtenName(), block.writtenAt(), said, TextCheck.unproved(block.text()));
    }

    private static @Nullable Said of(List<Said> all, int slot) {
        return all.stream().filter(said -> said.slot() == slot).findFirst().orElse(null);
    }

    private Said said(ReviewBlocks.Block block, int number, @Nullable Instant known) {
        Slot slot = block.slots().get(number - 1);
        Fact fact = facts.find(slot, known).orElse(null);
        var part = block.text().parts().stream().filter(p -> p.slot() == number).findFirst().orElseThrow();
        boolean moved = fact != null && slot.seen() != null && slot.seen().compareTo(fact.value()) != 0 || fact == null && slot.seen() != null;
        return new Said(
                number, ReviewSection.say(part, slot, fact), facts.name(slot), fact == null ? null : fact.value(), fact == null ? null : fact.numerator(),
                fact == null ? null : fact.denominator(), slot.seen(), moved, slot.of() == null && slot.unitOrNone() == vn.bamcoso.documents.numbers.Numeral.Unit.PERCENT, fact == null ? null : fact.link(),
                fact == null ? List.of() : Phrasing.choices(slot, fact));
    }

    private List<Warning> warnings(List<Part> parts, Texts texts) {
        var warnings = new ArrayList<Warning>();
        Locale locale = texts.locale();
        var slots = new ArrayList<Slot>();
        for (Part part : parts) {
            String here = "#block-" + part.id();
            for (Said said : part.slots()) {
                if (said.missing()) {
                    warnings.add(new Warning("bad", texts.get("reviews.warning.missing"), said.name(), here));
                } else if (said.moved()) {
                    String was = said.seen() == null ? "" : Numerals.write(said.seen(), locale);
                    warnings.add(new Warning("doubt", texts.get("reviews.warning.moved"), texts.get("reviews.warning.moved.text", said.name(), was, Numerals.write(said.value(), locale)), here));
                }
            }
            if (part.marked().contains(PeriodicOutline.UNWRITTEN)) {
                warnings.add(new Warning("bad", texts.get("reviews.warning.unwritten"), texts.get("reviews.warning.unwritten.text"), here));
            }
            if (!part.unproved().isEmpty()) {
                warnings.add(new Warning("", texts.get("reviews.warning.unproved"), texts.get("reviews.warning.unproved.text", String.join(", ", part.unproved())), here));
            }
        }
        if (!parts.isEmpty()) {
            blocks.of(parts.getFirst().reviewId()).forEach(block -> slots.addAll(block.slots()));
        }
        parts.stream().flatMap(part -> part.slots().stream()).filter(Said::partOfAll).collect(java.util.stream.Collectors.toMap(Said::name, said -> said, (a, b) -> a, java.util.LinkedHashMap::new))
                .forEach((name, said) -> warnings.add(new Warning("doubt", texts.get("reviews.warning.share.title"),
                        texts.get("reviews.warning.share", name, Numerals.write(said.numerator(), locale) + "/" + Numerals.write(said.denominator(), locale)
                                + " = " + Numerals.percent(said.value(), 1, locale)), said.link() == null ? "" : said.link())));
        figures.doubts(slots, texts).forEach(doubt -> warnings.add(new Warning("doubt", doubt.figure(), doubt.sentence(), doubt.link())));
        return warnings;
    }
}
