// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * All that makes a clip.
 *
 * @param storyboard what it shows
 * @param encoding how it is written
 * @param pts of each frame by its number
 */
record Script(Storyboard storyboard, Encoding encoding, IntToLongFunction pts) {

    /** A frame at each tick of the time base. */
    static Script steady(Storyboard storyboard, Encoding encoding) {
        return new Script(storyboard, encoding, frame -> frame);
    }

    ClipTruth write(Path file) throws IOException {
        try (ClipWriter writer = ClipWriter.open(file, encoding)) {
            for (int frame = 0; frame < storyboard.frames(); frame++) {
                writer.write(picture(frame, encoding.width(), encoding.height()), at(frame));
            }
            writer.finish();
        }
        return truth();
    }

    Picture picture(int frame, int width, int height) {
        double seconds = encoding.timeBase().times(at(frame) - at(0));
        return storyboard.picture(frame, width, height, seconds);
    }

    long at(int frame) {
        return pts.applyAsLong(frame);
    }

    ClipTruth truth() {
        List<Long> all = new ArrayList<>();
        for (int frame = 0; frame < storyboard.frames(); frame++) {
            all.add(at(frame));
        }
        return new ClipTruth(
                encoding.timeBase(),
                all,
                storyboard.changes(),
                encoding.width(),
                encoding.height(),
                encoding.display());
    }
}
