// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.time.Instant;

/**
 * The part of an event's envelope that differs from event to event.
 *
 * @param id what it tells, hashed: a replay gives the same one
 * @param time wall time of what it tells, or when it was made where the stream has no wall time
 * @param source the stream's URI without credentials
 * @param subject the stream id, or the query id of an event about a query
 */
public record EventHeader(String id, Instant time, String source, String subject) {}
