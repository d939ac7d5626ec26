// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.StreamRef;

/**
 * A phase of a match that is to be told.
 *
 * @param stream where
 * @param query what matches
 * @param label which of its labels, or null
 * @param phase what happens
 * @param picture of the peak so far
 */
public record ToldMatch(
        StreamRef stream, ArmedQuery query, String label, MatchPhase phase, PeakPicture picture) {}
