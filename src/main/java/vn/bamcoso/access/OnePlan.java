package vn.bamcoso.access;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A question over many protected tables may take longer to plan than to answer, and PostgreSQL plans it anew each time as long as it
 * hopes for a better plan with these arguments. Where one plan does for all of them, it is made once for each connection and kept.
 */
public final class OnePlan {
    private OnePlan() {}

    /** Asks within the running transaction; outside of any, as always. */
    public static <T> T of(JdbcClient jdbc, Supplier<T> question) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return question.get();
        }
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        T answer = question.get();
        jdbc.sql("set local plan_cache_mode = auto").update();
        return answer;
    }
}
