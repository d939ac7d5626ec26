// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

/**
 * A stream that a back-test went through.
 *
 * @param streamId which
 * @param samples how many the query was compared with
 * @param learnt how many before these told what the stream usually shows
 * @param coveredMs what the compared ones stand for: an interval each
 * @param otherModels samples before these that were left out, as another model made them
 */
public record WatchedStream(
        String streamId, long samples, long learnt, long coveredMs, long otherModels) {}
