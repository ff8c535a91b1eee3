/** Due days for calendar programs, under a secret address that can be revoked. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.notices.feed;
