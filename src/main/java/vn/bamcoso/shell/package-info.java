/**
 * Owns the web frame: layout, fields, tables, charts, problems, and the seams through which rooms add to it
 * ({@link vn.bamcoso.shell.NavItem}, {@link vn.bamcoso.shell.Card}). Needs only access and basics; knows no room.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics", "access"})
package vn.bamcoso.shell;
