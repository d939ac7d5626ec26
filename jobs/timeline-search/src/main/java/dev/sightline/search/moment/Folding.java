// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.clip.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out moments that look like a better one: of the same stream around it, as a still shot
 * looks the same for long, and of other streams anywhere, as one video may be there twice.
 */
final class Folding {

    /** Within a still shot pictures are this alike, and pictures of different things are not. */
    private static final double SAME = 0.95;

    private static final long AROUND_MS = Duration.ofMinutes(5).toMillis();

    /** Later ones are far behind, and comparing all with all takes long. */
    private static final int COMPARED = 300;

    private final boolean acrossStreams;

    /**
     * @param acrossStreams whether other streams count, too; not where the best of each is wanted
     */
    Folding(boolean acrossStreams) {
        this.acrossStreams = acrossStreams;
    }

    /**
     * Those that are left, each with how many it stands for.
     *
     * @param ranked the best first
     */
    List<FoundInterval> fold(List<FoundInterval> ranked) {
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

    private int like(List<FoundInterval> kept, FoundInterval next) {
        for (int i = 0; i < Math.min(COMPARED, kept.size()); i++) {
            if (mayBeSame(kept.get(i), next)
                    && Vectors.dot(kept.get(i).vector(), next.vector()) > SAME) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayBeSame(FoundInterval one, FoundInterval other) {
        return one.stream().streamId().equals(other.stream().streamId())
                ? one.isOfEpoch(other.stream())
                        && Math.abs(one.peakMs() - other.peakMs()) <= AROUND_MS
                : acrossStreams;
    }
}
