/** Follow-ups of campaigns: proposed by the nightly run for places that will miss their target, decided by a person, carried out as a task. */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.campaigns.followup;
