package vn.bamcoso.store;

/** The database cannot be started or reached; the message is the one sentence for the person at the console. */
public class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreProblem(String sentence) {
        super(sentence, null, false, true);
    }
}
