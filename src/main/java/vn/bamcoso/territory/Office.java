package vn.bamcoso.territory;

import org.jspecify.annotations.Nullable;

/**
 * A police unit as it stands on a day. It serves a place; it is not the place.
 *
 * @param kind ministry, department, provincial, district, commune or police_post
 * @param code sign of a ministry unit (V05), or the code of the place that it serves
 * @param name proper name, "Công an xã Đồng Văn"
 * @param parentId the office above it; null for the ministry
 * @param placeId the place that it serves; the nation for the ministry and its departments
 */
public record Office(int id, String kind, String code, String name, @Nullable Integer parentId, @Nullable Integer placeId) {}
