// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import java.io.Serializable;

/** Opens the reader of a split: where in-process decoding can be exchanged for another process. */
@FunctionalInterface
public interface SampleReaderFactory extends Serializable {

    /**
     * Opens a reader that hands out the records of {@code split.range()} from {@code
     * split.resumeAt()} on; never fails.
     */
    SampleReader open(VideoSplit split);

    /** Decodes local files in this process. */
    static SampleReaderFactory files(DecoderSettings settings) {
        return split ->
                new FileSampleReader(
                        split.stream(), split.path(), settings, split.range(), split.resumeAt());
    }
}
