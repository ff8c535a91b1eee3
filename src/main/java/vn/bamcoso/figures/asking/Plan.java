package vn.bamcoso.figures.asking;

import java.util.List;
import vn.bamcoso.calendar.Period;

/**
 * From which stored periods an indicator can answer for an asked one: ways, the asked period itself first. Which way is taken
 * is decided for each province by what is there.
 *
 * @param end the map of the asked period's last day
 * @param carry a state: of all candidates each place's last figure counts
 * @param earliest a target: the earliest candidate that has figures counts
 */
record Plan(Period asked, MapOfDay end, List<Way> ways, boolean carry, boolean earliest) {
    /**
     * Stored periods that together make up the asked one, or what there is of it.
     *
     * @param maps of the last days of all its parts, stored or not: on each of them a place was expected to report
     */
    record Way(List<Part> parts, List<MapOfDay> maps) {}

    /**
     * @param column of the shelf
     * @param end last day, counted from 1970
     * @param days its weight when ways are compared
     */
    record Part(int column, int end, long days) {}
}
