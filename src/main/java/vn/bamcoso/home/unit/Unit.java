package vn.bamcoso.home.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.territory.Place;

/**
 * The unit of a user, in a few facts.
 *
 * @param above the place that it lies in, and the office above it; null at the top
 * @param from names of the places out of which it was made; empty when it has stood since the oldest known day
 * @param kinds how many places of each kind lie in it, in words
 */
public record Unit(String office, Place place, @Nullable Place above, @Nullable String officeAbove, List<String> from, @Nullable String kinds) {}
