// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import dev.sightline.video.decode.VideoProbe;
import dev.sightline.video.repack.RepackBusy;
import dev.sightline.video.repack.RepackForecast;
import dev.sightline.video.repack.RepackSettings;
import dev.sightline.video.repack.RepackedVideo;
import dev.sightline.video.repack.Repacker;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings local files to browsers: as they are, by byte ranges, where a browser plays them, and
 * converted on the fly where not. Safe for use by several threads.
 *
 * <p>The files are those of {@link LocalVideos}; whether the viewer may see one is decided there.
 */
public final class VideoPlayback implements AutoCloseable {

    private static final int REMEMBERED = 1000;

    private final RepackSettings settings;
    private final Repacker repacker;
    private final Recent<VideoFacts> facts = new Recent<>(REMEMBERED);

    /**
     * @param settings what conversions may cost
     */
    public VideoPlayback(RepackSettings settings) {
        this.settings = settings;
        this.repacker = new Repacker(settings);
    }

    /**
     * Looks at a file; what is seen is remembered until it is written to.
     *
     * @throws MediaException if it is no video
     * @throws IOException if it is gone
     */
    public PlayableVideo look(Path file) throws MediaException, IOException {
        FileState state = FileState.of(file);
        VideoFacts known = facts.of(state);
        if (known == null) {
            known = probe(file);
            facts.put(state, known);
        }
        return new PlayableVideo(file, known, state.size(), state.modified());
    }

    private VideoFacts probe(Path file) throws MediaException {
        try (VideoProbe probe = VideoProbe.open(file, settings.patience())) {
            return probe.facts();
        }
    }

    /**
     * Begins to convert a file, from a moment on; {@link RepackedVideo#startMs()} says where it
     * really begins. The caller closes it. Browsers cannot seek in what comes out: to go elsewhere,
     * another one is begun there.
     *
     * @param fromMs in milliseconds of media time
     * @throws RepackBusy if as many as may be are being converted
     * @throws MediaException if it is no video, or cannot be converted
     * @throws IOException if there is no FFmpeg program for this machine
     */
    public RepackedVideo convert(Path file, long fromMs)
            throws RepackBusy, MediaException, IOException {
        return repacker.open(file, fromMs);
    }

    /**
     * Says where {@link #convert} would begin; nothing is converted for it.
     *
     * @param fromMs in milliseconds of media time
     * @throws MediaException if it is no video, or cannot be converted
     * @throws IOException if there is no FFmpeg program for this machine
     */
    public RepackForecast forecast(Path file, long fromMs) throws MediaException, IOException {
        return repacker.forecast(file, fromMs);
    }

    /** How many files are being converted. */
    public int converting() {
        return repacker.running();
    }

    /** Ends all conversions. */
    @Override
    public void close() {
        repacker.close();
    }
}
