// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import java.io.IOException;

/**
 * A conversion was ended before its end, since its viewer took nothing for a while, as in a pause,
 * or because no more are converted. Nothing is wrong with the file.
 */
public final class RepackEnded extends IOException {

    private static final long serialVersionUID = 1L;

    RepackEnded() {
        super("the conversion was ended");
    }
}
