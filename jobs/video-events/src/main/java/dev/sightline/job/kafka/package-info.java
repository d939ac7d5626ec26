// SPDX-License-Identifier: Apache-2.0
/**
 * What the job needs of Kafka: topics, control topics, sinks.
 *
 * <p>{@link dev.sightline.job.kafka.Topics} creates topics and waits for a broker that is away;
 * {@link dev.sightline.job.kafka.ControlTopicSnapshot} reads what a compacted topic says now;
 * {@link dev.sightline.job.kafka.EventSinks} writes events as CloudEvents.
 */
package dev.sightline.job.kafka;
