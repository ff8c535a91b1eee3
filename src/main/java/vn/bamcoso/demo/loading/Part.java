package vn.bamcoso.demo.loading;

import java.util.Set;

/** A part of the demonstration that stands by itself: loaded once, as the program, as soon as what it needs is there. */
interface Part {
    /** Its mark in {@code demo.stage}. */
    String name();

    /** Names of the parts that must be there before; the others may be loaded beside it. */
    Set<String> needs();

    /** What the console says while it is loaded. */
    String line();

    /** Whether this demonstration has it: some need the whole nation. */
    default boolean wanted() {
        return true;
    }

    /** Loads what is missing of it, and leaves its mark when it is whole. */
    void load();

    static Part of(String name, Set<String> needs, String line, Runnable load) {
        return new Plain(name, needs, line, load);
    }

    /** One whose work is given. */
    record Plain(String name, Set<String> needs, String line, Runnable work) implements Part {
        @Override
        public void load() {
            work.run();
        }
    }
}
