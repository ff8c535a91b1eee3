/** Cuts a whole target into the parts of a place, and revises what was given. */
@org.springframework.modulith.NamedInterface("cutting")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.campaigns.cutting;
