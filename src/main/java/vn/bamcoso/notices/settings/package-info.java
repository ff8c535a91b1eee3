/** Pages on which everybody says how to be told, the Ministry Office when, and the administrator sees which mails did not arrive. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices.settings;
