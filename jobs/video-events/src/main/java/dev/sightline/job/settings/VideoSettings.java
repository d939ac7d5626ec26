// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What to read and how to sample it.
 *
 * @param locations files and directories
 * @param watch how to look for more, or null to end with what is there
 * @param decode which frames are samples
 * @param interval distance of samples
 * @param rangeLength how much of a long file one task reads at a time at least; 0 for all
 * @param decoderThreads threads of each decoder; 0 for an automatic number
 * @param maxPixels largest picture that is decoded
 * @param sceneChanges whether to look for cuts and gradual changes
 */
public record VideoSettings(
        List<SourceLocation> locations,
        VideoSource.Watch watch,
        SamplingPolicies decode,
        Duration interval,
        Duration rangeLength,
        int decoderThreads,
        long maxPixels,
        boolean sceneChanges)
        implements Serializable {

    /** Local reads that take longer mean a disk that hangs. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /**
     * The decoder's settings.
     *
     * @param geometry what the model wants
     * @param previewSize longest side of the pictures of samples; 0 for none
     * @param parallelism files that are read at a time
     */
    public DecoderSettings decoder(FrameGeometry geometry, int previewSize, int parallelism) {
        int automatic = Math.max(1, Runtime.getRuntime().availableProcessors() / parallelism);
        int threads = decoderThreads == 0 ? automatic : decoderThreads;
        return new DecoderSettings(
                decode.standard(),
                interval,
                threads,
                maxPixels,
                READ_TIMEOUT,
                geometry,
                previewSize,
                sceneChanges);
    }
}
