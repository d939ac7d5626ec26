// SPDX-License-Identifier: Apache-2.0
/**
 * How much faster one long file is read by several slots, each with a range of it.
 *
 * <p>{@link dev.sightline.benchmark.ranges.RangesCommand} is the program, {@link
 * dev.sightline.benchmark.ranges.JobRun} a run of the whole job, {@link
 * dev.sightline.benchmark.ranges.EventLines} what it says.
 */
package dev.sightline.benchmark.ranges;
