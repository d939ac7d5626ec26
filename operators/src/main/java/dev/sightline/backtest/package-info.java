// SPDX-License-Identifier: Apache-2.0
/**
 * What a query would have found: stored vectors, compared by the code that the job runs.
 *
 * <p>{@link dev.sightline.backtest.StoredEvents} reads events as they were published, {@link
 * dev.sightline.backtest.BackTest} takes the samples of any number of streams and gives a {@link
 * dev.sightline.backtest.BackTestResult}; of each stream a {@link
 * dev.sightline.backtest.StreamReplay} follows the scenes, epochs and breaks.
 */
package dev.sightline.backtest;
