// SPDX-License-Identifier: Apache-2.0
/**
 * The Flink source (FLIP-27) of live streams.
 *
 * <p>{@link dev.sightline.video.live.LiveSource} is what a job uses. The enumerator compares the
 * streams that are registered with those that are watched, and hands each to the reader that has
 * the fewest; it never opens one. A reader has a thread for each of its streams ({@code
 * LiveStreamLoop}), which connects, reads, and connects again for ever, and a bounded buffer
 * ({@code LiveBuffer}) from which the task takes records of all its streams by turns. So a stream
 * that is dead, slow or broken delays no other, and one that is faster than the stages behind loses
 * samples by rule, and says so.
 *
 * <h2>Epochs and what is missing</h2>
 *
 * <p>Each connection is an epoch of its stream, and so is each timeline of a connection whose time
 * stamps jump. What happens while a stream is away stands behind the last sample of the epoch
 * before; the {@link dev.sightline.video.Gap} that closes that epoch is told when the stream is
 * back, and lasts from the last sample to the first frame. A stream that is new has an epoch for
 * the time until it is there. A checkpoint holds the place behind the last record that was emitted
 * and its time, so that the time in which the job itself was away is part of such a gap as well.
 */
package dev.sightline.video.live;
