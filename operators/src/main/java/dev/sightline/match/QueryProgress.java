// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.StreamRef;

/**
 * How far a query is on a stream.
 *
 * @param stream the stream and its epoch
 * @param query the query as it was armed when it was last looked at
 * @param state of its tracker
 */
public record QueryProgress(StreamRef stream, ArmedQuery query, MatchState state) {}
