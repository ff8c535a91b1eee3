package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Annex;
import vn.bamcoso.papers.Content.Cited;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;

/** Writes a review as a document: people's words, with every figure said as it stands at the instant asked for. */
@Component
class ReviewSection implements Section {
    /** Printed where the house has no figure. */
    static final String MISSING = "…";

    private static final Locale VI = Texts.VIETNAMESE;

    private final ReviewBlocks blocks;
    private final Facts facts;

    ReviewSection(ReviewBlocks blocks, Facts facts) {
        this.blocks = blocks;
        this.facts = facts;
    }

    @Override
    public String name() {
        return Reviews.SECTION;
    }

    @Override
    public String link(long ref) {
        return "/reviews/" + ref;
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        var writing = new Writing(known);
        for (ReviewBlocks.Block block : blocks.of((int) ref)) {
            writing.add(block);
        }
        return new Content(writing.body, writing.annexes, writing.cited, writing.faults);
    }

    @Override
    public Optional<BigDecimal> present(String mark) {
        return facts.find(Slot.ofMark(mark), null).map(Fact::value);
    }

    /** One table alone. */
    Content annexOf(ReviewBlocks.Block block, @Nullable Instant known) {
        var writing = new Writing(known);
        writing.add(block);
        return new Content(writing.body, writing.annexes, writing.cited, writing.faults);
    }

    /** What is said of a slot at that instant; null when there is no figure. */
    static String say(Slotted.Part part, Slot slot, @Nullable Fact fact) {
        return fact == null ? MISSING : part.text().equals(MISSING) ? Phrasing.first(slot, fact) : Phrasing.now(part.text(), slot, fact);
    }

    /** One composition under way. */
    private final class Writing {
        private final @Nullable Instant known;
        private final List<Content.Block> body = new ArrayList<>();
        private final List<Annex> annexes = new ArrayList<>();
        private final List<Cited> cited = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        private Writing(@Nullable Instant known) {
            this.known = known;
        }

        private void add(ReviewBlocks.Block block) {
            switch (block.kind()) {
                case "heading1" -> body.add(new Content.Heading(1, block.number(), block.text().plain().toUpperCase(VI)));
                case "heading2" -> body.add(new Content.Heading(2, block.number(), block.text().plain()));
                case "point" -> body.add(new Content.Point(block.number(), paragraph(block.text(), block.slots()).pieces()));
                case "listing" -> body.add(new Content.Listing(block.text().marked().lines().filter(line -> !line.isBlank()).map(line -> paragraph(Slotted.read(line.strip()), block.slots())).toList()));
                case "annex" -> annexes.add(annex(block));
                default -> body.add(paragraph(block.text(), block.slots()));
            }
        }

        private Content.Paragraph paragraph(Slotted text, List<Slot> slots) {
            if (text.plain().contains(PeriodicOutline.UNWRITTEN)) {
                faults.add(Texts.vi().get("reviews.fault.unwritten", body.reversed().stream().filter(Content.Heading.class::isInstance).map(one -> ((Content.Heading) one).text()).findFirst().orElse("")));
            }
            var pieces = new ArrayList<Piece>();
            for (Slotted.Part part : text.parts()) {
                pieces.add(part.slot() == 0 ? Piece.words(part.text().replace('\n', ' ')) : said(part, slots.get(part.slot() - 1)));
            }
            return new Content.Paragraph(pieces);
        }

        private Piece said(Slotted.Part part, Slot slot) {
            Fact fact = facts.find(slot, known).orElse(null);
            String said = say(part, slot, fact);
            String name = facts.name(slot);
            if (fact == null) {
                faults.add(Texts.vi().get("reviews.fault.no-figure", name));
            }
            cited.add(new Cited(
                    slot.mark(), name, said, fact == null ? null : fact.value(), fact == null ? null : fact.numerator(), fact == null ? null : fact.denominator(),
                    fact == null ? "" : fact.ref(), fact == null ? null : fact.link()));
            return new Piece(said, cited.size());
        }

        private Annex annex(ReviewBlocks.Block block) {
            AnnexSpec spec = block.spec();
            Facts.Table table = facts.table(spec, known);
            var columns = new ArrayList<>(List.of("TT", spec.first()));
            var numeric = new ArrayList<>(List.of(false, false));
            for (AnnexSpec.Column column : spec.columns()) {
                columns.add(column.head());
                numeric.add(true);
            }
            var rows = new ArrayList<List<Piece>>();
            for (Facts.Row row : table.rows()) {
                rows.add(cells(String.valueOf(rows.size() + 1), row, spec));
            }
            var grid = new Content.Grid(null, columns, numeric, rows, cells("", table.total(), spec), spec.note());
            return new Annex(block.text().plain().toUpperCase(VI), false, List.of(grid));
        }

        private List<Piece> cells(String number, Facts.Row row, AnnexSpec spec) {
            var cells = new ArrayList<>(List.of(Piece.words(number), Piece.words(row.place())));
            for (int i = 0; i < spec.columns().size(); i++) {
                AnnexSpec.Column column = spec.columns().get(i);
                BigDecimal value = row.cells().get(i);
                String said = value == null ? "" : Numerals.write(value, column.decimals(), VI);
                var slot = new Slot(column.indicator(), row.placeKey(), column.period(), null, "EXACT", null, column.decimals(), null);
                cited.add(new Cited(slot.mark(), facts.name(slot), said, value, null, null, "", null));
                cells.add(new Piece(said, cited.size()));
            }
            return cells;
        }
    }
}
