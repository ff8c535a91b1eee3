/** Pages and the interface of places: the tree of any day, the life of one place, search. */
package vn.bamcoso.territory.place;
