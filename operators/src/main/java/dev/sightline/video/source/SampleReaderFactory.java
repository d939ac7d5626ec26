// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicies;
import java.io.Serializable;

/** Opens the reader of a split: where in-process decoding can be exchanged for another process. */
@FunctionalInterface
public interface SampleReaderFactory extends Serializable {

    /**
     * Opens a reader that hands out the records of {@code split.range()} from {@code
     * split.resumeAt()} on; never fails.
     */
    SampleReader open(VideoSplit split);

    /** Decodes files in this process, all with the policy of the settings. */
    static SampleReaderFactory files(DecoderSettings settings) {
        return files(settings, SamplingPolicies.all(settings.policy()));
    }

    /**
     * Decodes files in this process.
     *
     * @param policies overrule the policy of the settings
     */
    static SampleReaderFactory files(DecoderSettings settings, SamplingPolicies policies) {
        return split ->
                new FileSampleReader(
                        split.stream(),
                        MediaInputs.of(split, settings.geometry()),
                        settings.with(policies.of(split.stream().streamId())),
                        split.range(),
                        split.resumeAt());
    }
}
