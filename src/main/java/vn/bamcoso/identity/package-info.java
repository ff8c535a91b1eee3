/**
 * Owns users, their roles and grants, sign-in, sessions and API tokens. Publishes {@link vn.bamcoso.identity.Grants} (who
 * holds what where), {@link vn.bamcoso.identity.Tokens}, {@link vn.bamcoso.identity.FirstAdministrator} and the view
 * {@code identity.pub_user}; fills access with who acts in each request. Needs territory for offices, audit for the trail.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics", "access", "store", "shell", "audit", "territory", "calendar"})
package vn.bamcoso.identity;
