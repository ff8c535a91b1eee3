package vn.bamcoso.tasks.proposal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Under which open proposals one may be put: those to the same office, first those that share the most words with it. A person decides whether they say the same. */
final class Alike {
    private static final int MOST = 12;

    private Alike() {}

    static List<Proposals.Proposal> to(Proposals.Proposal one, List<Proposals.Proposal> all) {
        Set<String> words = words(one);
        return all.stream().filter(other -> other.id() != one.id() && other.replied() == null && other.group() == null && other.toOffice() == one.toOffice())
                .sorted(Comparator.comparingDouble((Proposals.Proposal other) -> -shared(words, words(other)))).limit(MOST).toList();
    }

    /** 0 to 1: of the words of both, how many stand in both. */
    static double shared(Set<String> some, Set<String> others) {
        long both = some.stream().filter(others::contains).count();
        return both == 0 ? 0 : (double) both / (some.size() + others.size() - both);
    }

    private static Set<String> words(Proposals.Proposal one) {
        return new HashSet<>(Arrays.asList((one.proposal() + " " + one.difficulty()).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
}
