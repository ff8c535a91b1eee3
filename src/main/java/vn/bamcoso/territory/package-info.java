/**
 * Owns where and who: places and offices in time, their lineage, attributes, maps, and the restructurings that change
 * them. Publishes {@link vn.bamcoso.territory.Places}, {@link vn.bamcoso.territory.Offices}, the tile map, and the views
 * {@code territory.pub_*}; upper rooms take part in a restructuring through
 * {@link vn.bamcoso.territory.RestructuringPart}. Needs the shell for its pages.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics", "access", "calendar", "documents", "shell", "audit"})
package vn.bamcoso.territory;
