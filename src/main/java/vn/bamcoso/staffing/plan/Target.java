package vn.bamcoso.staffing.plan;

import java.util.Map;
import java.util.Set;

/**
 * What is vacant at an office under one title.
 *
 * @param holders who serve at the office now, of all titles
 * @param least from how many on the office is filled to its norm
 * @param headed whether it has a chief
 * @param vacant posts of this title without a holder
 * @param ages how many of those who serve there are of each age (decade of birth), and of each band of ranks (from 1000)
 * @param languages spoken at the place
 */
public record Target(
        int officeId, String officeName, int placeId, int communeId, int districtId, short home, int provinceId, short titleId, boolean leads, int holders, int least,
        boolean headed, int vacant, Map<Integer, Integer> ages, Set<String> languages) {

    /** A chief where there is none weighs most, then the first officer of all, then what is missing to the norm, then the rest. */
    int weight(int nth) {
        if (leads && !headed) {
            return 20;
        }
        if (holders == 0 && nth == 0) {
            return 15;
        }
        return holders + nth < least ? 5 : 1;
    }
}
