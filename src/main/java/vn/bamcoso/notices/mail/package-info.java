/** One digest for a person and a day, by e-mail, to an address that was confirmed. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices.mail;
