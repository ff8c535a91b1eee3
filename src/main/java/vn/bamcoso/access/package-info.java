/**
 * Owns who acts and how far it reaches: CurrentUser, the transaction that tells the database, and the SQL functions that
 * every row policy reads (schema {@code access}). Needs nothing above basics; identity fills in the grants.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"basics"})
package vn.bamcoso.access;
