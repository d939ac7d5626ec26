// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import java.time.Instant;

/**
 * How far the topics were read.
 *
 * @param records that were taken since the start, malformed ones left out
 * @param behind offsets left to the end that was seen last; -1 while that is not known
 * @param malformed records that could not be understood since the start
 * @param lastWrite when events were written last, or null
 * @param problem what keeps it from reading, for a person; null if nothing does
 * @param indexProblem what keeps what was read from being written, for a person; null if nothing
 *     does
 */
public record IngestProgress(
        long records,
        long behind,
        long malformed,
        Instant lastWrite,
        String problem,
        String indexProblem) {}
