// SPDX-License-Identifier: Apache-2.0
/**
 * The Flink source (FLIP-27) of video files.
 *
 * <p>{@link dev.sightline.video.source.VideoSource} is what a job uses. The enumerator finds files
 * and hands them out one per reader, in the JobManager and without FFmpeg; {@link
 * dev.sightline.video.source.VideoSplit} is one file, or a range of one, with the place to go on
 * from; the reader turns it into timeline records.
 *
 * <p>A location is a local path or a URI that Flink has a file system for; {@code FileTree} hides
 * which when files are found, {@code MediaInputs} when they are opened.
 *
 * <h2>Ranges of long files</h2>
 *
 * <p>A file is handed out whole. The reader opens it and, if it is seekable and at least two {@link
 * dev.sightline.video.source.RangeLength}s long, says so ({@code RangeReport}) and emits nothing
 * yet. The enumerator answers how far to read ({@code RangeEnd}) and keeps what lies behind as one
 * split, of which it cuts a range off whenever a reader is free: in order, in equal parts of whole
 * lengths, and not further ahead of the first unread range than two of the longest ranges a reader,
 * because what was read ahead waits downstream. Files that have to be read in sequence are not cut.
 * A file that turns out to end, or fails, in a range is cut no further.
 *
 * <p>The range lives in two places, the reader's split and the enumerator's rest, and must tile the
 * file after every recovery:
 *
 * <ul>
 *   <li>Flink holds back what the enumerator sends between its own snapshot and that of the reader.
 *       So a checkpoint holds the cut on both sides or on neither; a savepoint likewise. A reader
 *       that is restored without an answer asks again.
 *   <li>When a task fails, all readers go back to the checkpoint, but the enumerator goes on with
 *       what it knows. What it handed out since comes back by Flink's book-keeping, in the form in
 *       which it was handed out; what it handed out before comes back from the reader's own state
 *       when it registers. Either may be a whole file that was cut since: {@code RecentCuts} cuts
 *       it again at the same place, and forgets it when a checkpoint holds the cut.
 *   <li>When the enumerator is restored, all readers are too, from the same checkpoint; the first
 *       case holds.
 *   <li>A report or an answer that is lost costs its task, and the second case holds.
 * </ul>
 */
package dev.sightline.video.source;
