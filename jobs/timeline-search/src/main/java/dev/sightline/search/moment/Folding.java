// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.clip.Vectors;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out moments that look like a better one: of the same stream where it shows nothing else
 * between them, as a fixed camera does, and of other streams where the same shot is there twice.
 * What a stream shows again after something else is a moment of its own.
 */
final class Folding {

    /** Pictures of one shot in two files are this alike, however they are encoded. */
    private static final double COPY = 0.98;

    /** Lengths of the same scene in two files, of which samples are not taken at the same times. */
    private static final long SAME_LENGTH_MS = 1000;

    private static final double SAME_LENGTH_SHARE = 0.1;

    /** Later ones are far behind, and comparing all with all takes long. */
    private static final int COMPARED = 300;

    private final StillShots still;
    private final boolean acrossStreams;

    /**
     * @param index where to see what lies between two moments
     * @param acrossStreams whether other streams count, too; not where the best of each is wanted
     */
    Folding(TimelineIndex index, boolean acrossStreams) {
        this.still = new StillShots(index);
        this.acrossStreams = acrossStreams;
    }

    /**
     * Those that are left, each with how many it stands for.
     *
     * @param ranked the best first
     */
    List<FoundInterval> fold(List<FoundInterval> ranked) throws IOException {
        List<FoundInterval> kept = new ArrayList<>();
        for (FoundInterval next : ranked) {
            int like = like(kept, next);
            if (like < 0) {
                kept.add(next);
            } else {
                FoundInterval better = kept.get(like);
                kept.set(like, better.withSimilar(better.similar() + 1));
            }
        }
        return kept;
    }

    private int like(List<FoundInterval> kept, FoundInterval next) throws IOException {
        for (int i = 0; i < Math.min(COMPARED, kept.size()); i++) {
            if (isLike(kept.get(i), next)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isLike(FoundInterval better, FoundInterval next) throws IOException {
        if (better.stream().streamId().equals(next.stream().streamId())) {
            return still.hold(better, next);
        }
        return acrossStreams
                && isSameLength(better.scene(), next.scene())
                && Vectors.dot(better.vector(), next.vector()) >= COPY;
    }

    private static boolean isSameLength(Scene one, Scene other) {
        if (one == null || other == null) {
            return one == other;
        }
        long longer = Math.max(one.durationMs(), other.durationMs());
        return Math.abs(one.durationMs() - other.durationMs())
                <= Math.max(SAME_LENGTH_MS, SAME_LENGTH_SHARE * longer);
    }
}
