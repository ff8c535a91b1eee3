package vn.bamcoso.papers;

/**
 * Kinds of documents that the house writes, with the abbreviations of Decree 30/2020/NĐ-CP, annex III. The name is the
 * text {@code papers.kind.<NAME>}.
 */
public enum PaperKind {
    /** Báo cáo. */
    BC("BC"),
    /** Thông báo. */
    TB("TB"),
    /** Kế hoạch. */
    KH("KH"),
    /** Hướng dẫn. */
    HD("HD"),
    /** Tờ trình. */
    TTR("TTr"),
    /** Quyết định. */
    QD("QĐ"),
    /** Chỉ thị. */
    CT("CT"),
    /** Công văn: has no name of kind, its subject stands under the number as "V/v …". */
    CV("");

    private final String abbreviation;

    PaperKind(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** Symbol of a document: BC-BCA-V05; of an official letter BCA-V05. */
    public String symbol(String bodyMark, String draftingMark) {
        String body = draftingMark.isBlank() || draftingMark.equals(bodyMark) ? bodyMark : bodyMark + "-" + draftingMark;
        return abbreviation.isEmpty() ? body : abbreviation + "-" + body;
    }

    public String label() {
        return "papers.kind." + name();
    }
}
