/** What falls due: told before, on and after the day, and up the chain of command. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices.reminding;
