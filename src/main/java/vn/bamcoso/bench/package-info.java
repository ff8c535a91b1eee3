/**
 * Measures the program at full size: {@code ./bamcoso bench} fills a database of its own, starts the program on it as a
 * process of its own, asks it over HTTP as a signed-in user, and compares what it answers with a recount of its own. Part of
 * no test run; nothing imports it.
 */
@org.springframework.modulith.ApplicationModule
package vn.bamcoso.bench;
