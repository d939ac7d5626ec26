// SPDX-License-Identifier: Apache-2.0
/**
 * The events that leave Sightline, one record per topic, and their JSON.
 *
 * <p>{@link dev.sightline.event.Event} is what all of them are; {@link
 * dev.sightline.event.EventFactory} builds them from values of a stream; {@link
 * dev.sightline.event.EventId} makes their ids from what they tell, so that a replay gives the same
 * ones; {@link dev.sightline.event.CloudEvents} gives headers and value as a Kafka record carries
 * them. The JSON Schemas lie beside as resources. {@link dev.sightline.event.QueryRequest} and
 * {@link dev.sightline.event.StreamRequest} are what comes in.
 */
package dev.sightline.event;
