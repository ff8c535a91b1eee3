package vn.bamcoso.figures.asking;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How far the asker's reading reaches, as the transaction knows it: whole fields of work, fields in provinces of the 63, fields
 * in single places. The database shows no figure outside of it; here it decides which sums may be called the sum of an area.
 */
final class Scope {
    private static final int FIELD = 1000;
    private final Set<Short> nation = new HashSet<>();
    private final Set<Short> writing = new HashSet<>();
    private final BitSet homes = new BitSet();
    private final Set<Long> places = new HashSet<>();

    static Scope of(ResultSet row) throws SQLException {
        var scope = new Scope();
        for (Object field : array(row.getArray("nation"))) {
            scope.nation.add(((Integer) field).shortValue());
        }
        for (Object home : array(row.getArray("homes"))) {
            scope.homes.set((Integer) home);
        }
        for (Object place : array(row.getArray("places"))) {
            scope.places.add((Long) place);
        }
        for (Object field : array(row.getArray("writing"))) {
            scope.writing.add(((Integer) field).shortValue());
        }
        return scope;
    }

    private static Object[] array(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }

    boolean nation(short field) {
        return nation.contains(field);
    }

    /** The province of the 63, whole. */
    boolean home(short field, int home) {
        return nation.contains(field) || homes.get(field * FIELD + home);
    }

    boolean place(short field, int home, int placeId) {
        return home(field, home) || ofPlaceItself(field, placeId);
    }

    /** By a grant for the place, not for what lies above it. */
    boolean ofPlaceItself(short field, int placeId) {
        return places.contains(((long) field << 32) + placeId);
    }

    /** Whether sums over provinces are there to be read: not for people of one commune. */
    boolean wide(short field) {
        return nation.contains(field) || homes.nextSetBit(field * FIELD) >= 0 && homes.nextSetBit(field * FIELD) < (field + 1) * FIELD;
    }

    /** Whether the asker may also write for the whole nation: reports of the field go through these hands. */
    boolean writesNation(short field) {
        return writing.contains(field);
    }

    /** Whether a grant for provinces holds all of these provinces of the 63, at least one; a grant for the nation does not count. */
    boolean homesOnly(short field, IntPredicate which) {
        boolean any = false;
        for (int home = 1; home < MapOfDay.HOMES; home++) {
            if (which.test(home)) {
                any = true;
                if (!homes.get(field * FIELD + home)) {
                    return false;
                }
            }
        }
        return any;
    }
}
