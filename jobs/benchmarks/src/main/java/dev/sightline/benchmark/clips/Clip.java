// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.clips;

import java.nio.file.Path;
import java.util.List;

/**
 * One line of a manifest.
 *
 * @param file the video
 * @param captions what it shows from its first second to its last
 * @param licence it is under, or an empty text
 */
public record Clip(Path file, List<String> captions, String licence) {

    /** Takes the list as it is. */
    public Clip {
        captions = List.copyOf(captions);
    }
}
