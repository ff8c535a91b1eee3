package vn.bamcoso.reviews;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.papers.TextGate;
import vn.bamcoso.documents.numbers.SpeakingNumber;

/**
 * Reads what a person wrote in a block: every number must be true of its slot; a number that replaced a slot is bound to it
 * again; the spelling is the house's; nothing that must not stand in a document passes.
 */
@Component
class TextCheck {
    /** @param text with tones in the house's place and numbers bound to their slots */
    record Checked(Slotted text, List<Fault> faults) {}

    private static final int REMEMBERED = 2_000;
    private static final Map<Slotted, List<String>> UNPROVED = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Slotted, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final ReviewFigures figures;
    private final TextGate gate;

    TextCheck(ReviewFigures figures, TextGate gate) {
        this.figures = figures;
        this.gate = gate;
    }

    Checked check(String typed, ReviewBlocks.Block block, @Nullable String reason) {
        var faults = new ArrayList<Fault>();
        String clean = TextGate.clean(typed);
        if (clean.isEmpty()) {
            faults.add(new Fault("", "reviews.fault.empty"));
        }
        faults.addAll(gate.faults(clean, "review:" + block.reviewId(), reason));
        Map<Integer, Fact> facts = facts(block);
        Slotted read = Slotted.read(clean);
        for (Slotted.Part part : read.parts()) {
            if (part.slot() != 0) {
                fault(part, block, facts, faults);
            }
        }
        return new Checked(bind(read, block, facts, faults), List.copyOf(faults));
    }

    private Map<Integer, Fact> facts(ReviewBlocks.Block block) {
        var facts = new HashMap<Integer, Fact>();
        for (int i = 0; i < block.slots().size(); i++) {
            int slot = i + 1;
            figures.find(block.slots().get(i), null).ifPresent(fact -> facts.put(slot, fact));
        }
        return facts;
    }

    private static void fault(Slotted.Part part, ReviewBlocks.Block block, Map<Integer, Fact> facts, List<Fault> faults) {
        if (part.slot() > block.slots().size()) {
            faults.add(new Fault(part.text(), "reviews.fault.no-slot", part.slot()));
            return;
        }
        Fact fact = facts.get(part.slot());
        if (fact == null) {
            return;
        }
        String why = Phrasing.wrong(part.text(), block.slots().get(part.slot() - 1), fact);
        if (why != null) {
            faults.add(new Fault(part.text(), "reviews.fault.untrue", why));
        }
    }

    /** A number in plain words where a slot went missing is that slot's: checked, and bound to it. */
    private static Slotted bind(Slotted read, ReviewBlocks.Block block, Map<Integer, Fact> facts, List<Fault> faults) {
        var free = new ArrayList<Integer>();
        for (int slot = 1; slot <= block.slots().size(); slot++) {
            if (!read.has(slot) && block.text().has(slot) && facts.containsKey(slot)) {
                free.add(slot);
            }
        }
        if (free.isEmpty()) {
            return read;
        }
        var parts = new ArrayList<Slotted.Part>();
        for (Slotted.Part part : read.parts()) {
            if (part.slot() != 0) {
                parts.add(part);
                continue;
            }
            int from = 0;
            for (SpeakingNumber.Found found : SpeakingNumber.findIn(part.text())) {
                String phrase = part.text().substring(found.from(), found.to());
                Integer slot = fitting(phrase, free, block, facts);
                if (slot == null) {
                    int first = free.isEmpty() ? 0 : free.getFirst();
                    if (first != 0) {
                        fault(new Slotted.Part(phrase, first), block, facts, faults);
                        free.removeFirst();
                    }
                    continue;
                }
                free.remove(slot);
                parts.add(new Slotted.Part(part.text().substring(from, found.from()), 0));
                parts.add(new Slotted.Part(phrase, slot));
                from = found.to();
            }
            parts.add(new Slotted.Part(part.text().substring(from), 0));
        }
        return new Slotted(parts.stream().filter(part -> part.slot() != 0 || !part.text().isEmpty()).toList());
    }

    private static @Nullable Integer fitting(String phrase, List<Integer> free, ReviewBlocks.Block block, Map<Integer, Fact> facts) {
        return free.stream().filter(slot -> Phrasing.wrong(phrase, block.slots().get(slot - 1), facts.get(slot)) == null).findFirst().orElse(null);
    }

    /** Numbers that stand in plain words: nothing proves them. A page reads all its wordings so, and few have changed since the last time. */
    static List<String> unproved(Slotted text) {
        return UNPROVED.computeIfAbsent(text, TextCheck::numbers);
    }

    private static List<String> numbers(Slotted text) {
        var found = new ArrayList<String>();
        for (Slotted.Part part : text.parts()) {
            if (part.slot() == 0) {
                SpeakingNumber.findIn(part.text()).forEach(number -> found.add(number.spoken().text().strip()));
            }
        }
        return List.copyOf(found);
    }
}
