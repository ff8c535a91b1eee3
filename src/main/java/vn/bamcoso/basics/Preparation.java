package vn.bamcoso.basics;

import java.util.function.Consumer;

/**
 * Something that must be in the database before the first page is served: the gazetteer, the indicators, the forms, the
 * demonstration nation. A room adds one by making it a bean; it runs at every start, after the migrations and before the
 * web server listens, as the program itself ({@code CurrentUser.SYSTEM} is bound), and does nothing when its data is there.
 */
public interface Preparation {
    /** Floors from below: territory 100, identity 200, papers 300, figures 400, reporting 500, reviews 600, demo 900. */
    int order();

    /** @param progress takes a short line of what is being done, shown at the console; call it only when there is work. A
     *     line stands until the same thread gives its next; an empty one ends it, for work that several threads do beside each other */
    void prepare(Consumer<String> progress);
}
