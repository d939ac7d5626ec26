// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * That the steps of a sequence up to one of them were shown in their order.
 *
 * @param first interval of the first step
 * @param step interval of the last of these steps, as far as it has come
 */
public record SequenceLink(MatchInterval first, MatchInterval step) {

    /** Whether a later step may follow. */
    boolean leadsTo(MatchInterval next, long withinMs) {
        return next.startK() > step.startK()
                && next.start().mediaMs() - step.end().mediaMs() <= withinMs;
    }

    /** Whether it is too late for another step to begin. */
    boolean expired(long nowMs, long withinMs) {
        return nowMs > step.end().mediaMs() + withinMs;
    }
}
