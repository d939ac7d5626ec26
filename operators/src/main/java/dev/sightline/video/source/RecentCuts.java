// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SampleRange;
import java.util.HashMap;
import java.util.Map;

/**
 * The cuts of whole files that no checkpoint holds for certain.
 *
 * <p>When a task fails, its reader goes back to the latest checkpoint, but the enumerator does not:
 * it goes on with what it knows. A reader that was told to read only up to a cut may then bring the
 * file back as it was before, although the enumerator has handed out what lies behind. Such a split
 * is cut again, at the same place.
 *
 * <p>Once a checkpoint that began after the cut is complete, no reader can go back behind it: Flink
 * delivers what the enumerator sends between two checkpoints to the reader between the same two. If
 * the enumerator itself goes back, so do all readers, and nothing has to be reconciled.
 */
final class RecentCuts {

    private static final long NO_CHECKPOINT = Long.MAX_VALUE;

    /**
     * @param to where the file was cut
     * @param checkpoint the first one that holds the cut
     */
    private record Cut(long to, long checkpoint) {}

    private final Map<String, Cut> cuts = new HashMap<>();

    void add(String fileId, long to) {
        cuts.put(fileId, new Cut(to, NO_CHECKPOINT));
    }

    /** The split as it has to be after all cuts. */
    VideoSplit apply(VideoSplit split) {
        Cut cut = cuts.get(split.fileId());
        boolean old = cut != null && split.range().equals(SampleRange.WHOLE);
        return old ? split.before(cut.to()) : split;
    }

    /** The enumerator's state enters a checkpoint. */
    void snapshot(long checkpoint) {
        cuts.replaceAll(
                (fileId, cut) ->
                        cut.checkpoint() == NO_CHECKPOINT ? new Cut(cut.to(), checkpoint) : cut);
    }

    /** A checkpoint is complete. */
    void completed(long checkpoint) {
        cuts.values().removeIf(cut -> cut.checkpoint() <= checkpoint);
    }
}
