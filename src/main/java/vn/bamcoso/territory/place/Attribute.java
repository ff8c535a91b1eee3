package vn.bamcoso.territory.place;

/** A fact about a place with its source; several values of one name (two neighbouring countries) are several rows. */
public record Attribute(String name, String value, String source) {}
