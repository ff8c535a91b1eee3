package vn.bamcoso.figures.catalogue;

import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;

/**
 * What the Ministry Office may change of an indicator: its words, and whether it may be held here. How it is counted stays.
 *
 * @param mayBeHeld yes, no or undecided
 * @param heldDecidedBy who decided that and by which document; needed unless undecided
 * @param version that the change was made upon
 */
public record Definition(
        @Nullable String nameVi, @Nullable String nameEn, @Nullable String definitionVi, @Nullable String definitionEn, @Nullable String remarkVi, @Nullable String remarkEn,
        @Nullable String mayBeHeld, @Nullable String heldDecidedBy, @Nullable Integer version) {
    static Definition of(Indicator indicator) {
        return new Definition(
                indicator.nameVi(), indicator.nameEn(), indicator.definitionVi(), indicator.definitionEn(), indicator.remarkVi(), indicator.remarkEn(),
                indicator.mayBeHeld().name().toLowerCase(java.util.Locale.ROOT), indicator.heldDecidedBy(), indicator.version());
    }
}
