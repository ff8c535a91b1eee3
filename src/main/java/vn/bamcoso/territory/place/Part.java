package vn.bamcoso.territory.place;

/** A direct part of a place with how many units of each kind lie in it. */
public record Part(int placeId, String key, String code, String kind, String name, String fullName, int districts, int wards, int towns, int communes, int zones, int total) {}
