// SPDX-License-Identifier: Apache-2.0
/**
 * The Flink source (FLIP-27) of video files.
 *
 * <p>{@link dev.sightline.video.source.VideoSource} is what a job uses. The enumerator finds files
 * and hands them out one per reader, in the JobManager and without FFmpeg; {@link
 * dev.sightline.video.source.VideoSplit} is one file with the place to go on from; the reader turns
 * it into timeline records.
 */
package dev.sightline.video.source;
