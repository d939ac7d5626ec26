/**
 * Standing text queries: from a vector and a background to intervals in which the query matches;
 * plain Java but for the functions and operators that hold its place in the job.
 *
 * <p>{@link dev.sightline.match.Background} tells how a query scores on pictures that have nothing
 * to do with it, {@link dev.sightline.match.Calibration} turns that into probabilities and
 * thresholds, {@link dev.sightline.match.MatchTracker} follows one query on one stream, and {@link
 * dev.sightline.match.QueryMatrix} scores all queries of a stream at once.
 */
package dev.sightline.match;
