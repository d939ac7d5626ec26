// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.video.MediaTime;
import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.List;

/** The cuts between shots, each told two seconds later, as a reader does. One thread. */
final class Cuts {

    private static final long DECIDED_MS = 2000;

    private final List<VisualChange> untold = new ArrayList<>();
    private long shot;
    private boolean seen;

    /** A timeline begins; its first picture is no cut. */
    void begin() {
        untold.clear();
        seen = false;
    }

    /** What is told with a picture. */
    List<VisualChange> toldWith(Picture picture, MediaTime time) {
        if (seen && picture.shot() != shot) {
            untold.add(new VisualChange(VisualChange.Kind.CUT, time, time, 0, 1));
        }
        seen = true;
        shot = picture.shot();
        List<VisualChange> told =
                untold.stream()
                        .filter(cut -> cut.end().mediaMs() <= time.mediaMs() - DECIDED_MS)
                        .toList();
        untold.removeAll(told);
        return told;
    }

    /** What was not told yet. */
    List<VisualChange> untold() {
        return List.copyOf(untold);
    }
}
