package vn.bamcoso.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a page has asked once need not be asked again within it: answers are kept for the running transaction, when it only
 * reads, and gone with it. In a transaction that writes, and outside of any, each question is asked anew.
 */
public final class Once {
    private Once() {}

    /**
     * @param key who asks what: equal keys stand for the same question
     * @return the answer, never null
     */
    @SuppressWarnings("unchecked")
    public static <T> T ask(Object key, Supplier<T> question) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return question.get();
        }
        var kept = (Kept) TransactionSynchronizationManager.getResource(Once.class);
        if (kept == null) {
            kept = new Kept();
            TransactionSynchronizationManager.bindResource(Once.class, kept);
            TransactionSynchronizationManager.registerSynchronization(kept);
        }
        var asked = new Asked(CurrentUser.get(), key);
        Object answer = kept.answers.get(asked);
        if (answer == null) {
            answer = question.get();
            kept.answers.put(asked, answer);
        }
        return (T) answer;
    }

    /** The same question of somebody else may have another answer: a document is read by the program within a user's page. */
    private record Asked(@Nullable CurrentUser by, Object key) {}

    private static final class Kept implements TransactionSynchronization {
        private final Map<Asked, Object> answers = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Once.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Once.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Once.class);
        }
    }
}
