package vn.bamcoso.territory.place;

/** How many places of a kind. */
public record KindCount(String level, String kind, int count) {}
