package vn.bamcoso.papers;

import java.util.List;
import vn.bamcoso.calendar.Period;

/**
 * What people below said in words, for whoever writes a report from it: a room that collects such sentences offers one as a
 * bean. They are proposed to the writer with their origin; the writer keeps, words anew, or leaves out.
 */
public interface Voices {
    enum Kind { DIFFICULTY, PROPOSAL }

    /**
     * @param origin who said it, as it is put in brackets behind the sentence: "Công an xã Đồng Văn"
     * @param link where it stands
     */
    record Voice(String origin, String text, String link) {}

    /** What was said about the period within a place, as far as the asker may read it. */
    List<Voice> of(Kind kind, int withinPlace, Period period);
}
