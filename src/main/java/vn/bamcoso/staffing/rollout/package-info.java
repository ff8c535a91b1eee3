/** The roll-out of regular commune police: programmes, their places and stages, plans old and new, gates of readiness, the curve. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.staffing.rollout;
