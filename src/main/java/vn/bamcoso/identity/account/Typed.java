package vn.bamcoso.identity.account;

/** What was typed for an account or a grant, kept when the office has to be chosen among several. */
public record Typed(String login, String name, String role, String office, String field, String until) {
    static final Typed NOTHING = new Typed("", "", "", "", "", "");
}
