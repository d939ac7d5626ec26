// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * A match that was told and is not over.
 *
 * @param interval the match so far
 * @param phases how many phases were told
 * @param toldPeak evidence of the peak last told
 * @param toldMs media time at which a phase was last told
 * @param weak samples since the evidence fell below the exit threshold
 */
public record OpenMatch(
        MatchInterval interval, int phases, double toldPeak, long toldMs, int weak) {

    static OpenMatch from(MatchInterval interval) {
        return new OpenMatch(interval, 1, interval.peak().evidence(), interval.end().mediaMs(), 0);
    }

    OpenMatch extended(MatchInterval next) {
        return new OpenMatch(next, phases, toldPeak, toldMs, 0);
    }

    OpenMatch weaker() {
        return new OpenMatch(interval, phases, toldPeak, toldMs, weak + 1);
    }

    OpenMatch told(long nowMs) {
        return new OpenMatch(interval, phases + 1, interval.peak().evidence(), nowMs, weak);
    }
}
