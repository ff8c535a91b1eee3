/**
 * Owns the database itself: starts the program's own PostgreSQL or takes yours, brings its schema up to date, and hands
 * out connections as a role that can neither change tables nor pass row policies. Publishes nothing; needs access.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics", "access"})
package vn.bamcoso.store;
