/**
 * Owns the first page: what waits for me, my unit, the picture. Publishes nothing; composes what the rooms add through
 * {@link vn.bamcoso.shell.Card} and {@link vn.bamcoso.shell.Headline}. Stands on top of the house and may ask every room below.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"basics", "access", "shell", "calendar", "documents", "territory", "identity", "figures", "reporting"})
package vn.bamcoso.home;
