package vn.bamcoso.notices;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told. It is addressed to a post (whoever holds it on the day of reading), to a whole office, or to one
 * person; its sentence is written in both languages at the moment of telling and stays as it was told.
 *
 * @param key of the language files
 * @param args of the sentence; a {@code Function<Texts, ?>} among them is asked once for each language
 * @param link the page of this program that it is about, beginning with {@code /}; empty for none
 * @param asks whether somebody must confirm to have taken note
 * @param once what is told once only: a second notice with the same text here is not told, whichever node or run tells it
 */
public record Notice(Recipient to, Kind kind, String key, List<Object> args, String link, boolean asks, String once) {
    public enum Kind {
        NEWS(""),
        REMINDER("amber"),
        ESCALATION("red");

        private final String tone;

        Kind(String tone) {
            this.tone = tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Colour of its badge. */
        public String tone() {
            return tone;
        }
    }

    /** Either an office, with a role at it or none, or a user. */
    public record Recipient(@Nullable Integer office, @Nullable String role, @Nullable Integer user) {
        public static Recipient post(int office, String role) {
            return new Recipient(office, role, null);
        }

        public static Recipient office(int office) {
            return new Recipient(office, null, null);
        }

        public static Recipient user(int user) {
            return new Recipient(null, null, user);
        }
    }
}
