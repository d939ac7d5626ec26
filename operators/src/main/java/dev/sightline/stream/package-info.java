// SPDX-License-Identifier: Apache-2.0
/**
 * What holds for a stream as a whole: the order of its records, and the events of its life.
 *
 * <p>{@link dev.sightline.stream.InOrderFunction} releases records by contiguous position; {@link
 * dev.sightline.stream.StreamEventsFunction} turns markers and samples into status, error and
 * embedding events; {@link dev.sightline.stream.LiveHealthFunction} and {@link
 * dev.sightline.stream.EmbeddingHealthFunction} tell how streams and their vectors are doing,
 * {@link dev.sightline.stream.ModelIncidentsFunction} why a model stopped serving.
 */
package dev.sightline.stream;
