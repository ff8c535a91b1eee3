/**
 * Owns the sealed trail: what was done, by whom, when and from where, in a chain that shows every later change. Publishes
 * {@link vn.bamcoso.audit.Trail}. Knows users by number only; needs access for who acts and shell for its page.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics", "access", "store", "shell"})
package vn.bamcoso.audit;
