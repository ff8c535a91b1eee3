package vn.bamcoso;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import vn.bamcoso.store.StoreProblem;

/** What has a sentence of its own for whoever started the program is said by the {@link Console}, without the inner workings before it. */
final class OneSentence implements SpringBootExceptionReporter {
    OneSentence(ConfigurableApplicationContext context) {
        // the reporter is made with the context that failed; the cause alone decides
    }

    @Override
    public boolean reportException(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof StoreProblem;
    }
}
