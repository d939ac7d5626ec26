// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.ArrayList;
import java.util.List;

/** So many pictures at most, evenly: when there are too many, every second one goes. */
final class ThinnedPictures {

    private final int most;
    private List<SpritePicture> kept = new ArrayList<>();
    private long seen;
    private long step = 1;
    private long lastMs = -1;

    ThinnedPictures(int most) {
        this.most = most;
    }

    void add(SpritePicture picture) {
        if (seen % step == 0) {
            kept.add(picture);
        }
        seen++;
        lastMs = Math.max(lastMs, picture.mediaMs());
        if (kept.size() > most) {
            step *= 2;
            List<SpritePicture> half = new ArrayList<>();
            for (int i = 0; i < kept.size(); i += 2) {
                half.add(kept.get(i));
            }
            kept = half;
        }
    }

    List<SpritePicture> pictures() {
        return kept;
    }

    /** Media time of the last one of all, in milliseconds; -1 without any. */
    long lastMs() {
        return lastMs;
    }
}
