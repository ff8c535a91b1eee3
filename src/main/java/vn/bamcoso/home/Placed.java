package vn.bamcoso.home;

import gg.jte.Content;

/** A card with its place on the first page. */
public record Placed(int width, Content content) {}
