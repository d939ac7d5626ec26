/**
 * Standing queries: from vectors to intervals in which a query matches; plain Java but for the
 * functions, operators and serializers that hold its place in the job.
 *
 * <p>{@link dev.sightline.match.QueryArming} turns what a user asked for into terms, {@link
 * dev.sightline.match.StreamMatcher} compares the samples of one stream with all queries, whose
 * evidence {@link dev.sightline.match.MatchTracker} turns into intervals. What evidence is worth
 * comes from {@code dev.sightline.calibration}. Which queries are in force {@code QueryControl}
 * decides; state is written by serializers with a version, and not in the words of users.
 */
package dev.sightline.match;
