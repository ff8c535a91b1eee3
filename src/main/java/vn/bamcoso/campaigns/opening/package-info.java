/** Opens campaigns; their goals and whole targets are entered here. */
@org.springframework.modulith.NamedInterface("opening")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.campaigns.opening;
