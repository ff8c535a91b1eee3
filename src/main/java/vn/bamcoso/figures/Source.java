package vn.bamcoso.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and links where figures came from. The room that makes origins of a kind makes this a bean. */
public interface Source {
    /** The {@link Origin#kind()} that it knows. */
    String kind();

    /** Null when the asker may not see it. */
    @Nullable Link link(long ref, Locale locale);

    /**
     * @param name as a reader knows it: "Báo cáo quý II/2021 của Công an xã Đồng Văn, phiên bản 2"
     * @param path of its page
     */
    record Link(String name, @Nullable String path) {}
}
