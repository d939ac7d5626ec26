// SPDX-License-Identifier: Apache-2.0
/**
 * The Flink job.
 *
 * <p>Start with {@link dev.sightline.job.Topology}: it is the way of a sample, in one method.
 * {@link dev.sightline.job.VideoEventsJob} reads the settings and wires it to files and Kafka.
 */
package dev.sightline.job;
