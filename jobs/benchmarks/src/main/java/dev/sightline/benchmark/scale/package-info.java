// SPDX-License-Identifier: Apache-2.0
/**
 * What many standing queries cost on one stream.
 *
 * <p>{@link dev.sightline.benchmark.scale.ManyQueriesCommand} is the program, {@link
 * dev.sightline.benchmark.scale.ManyQueries} makes the queries and the stream, {@link
 * dev.sightline.benchmark.scale.FollowedStream} follows one on the other.
 */
package dev.sightline.benchmark.scale;
