/** What falls due: told before, on and after the day, and up the chain of command. */
@org.springframework.modulith.NamedInterface("reminding")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices.reminding;
