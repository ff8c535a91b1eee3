package vn.bamcoso.shell;

import org.jspecify.annotations.Nullable;
import vn.bamcoso.access.CurrentUser;

/**
 * What a room would say first to this user today. A room adds one by making it a bean; the first page says the most urgent
 * sentence as its headline ("Còn 4 ngày nữa đến hạn báo cáo quý IV; 18 xã, phường chưa gửi").
 */
public interface Headline {
    /**
     * @param urgency 100 overdue, 80 due within three days, 50 due later, 20 something waits, 0 good to know
     * @param detail one line under it; null for none
     */
    record Sentence(int urgency, String text, @Nullable String detail) {}

    /** Null when the room has nothing to say. */
    @Nullable Sentence say(CurrentUser user, Page page);
}
