// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A video as a live HLS stream on loopback: in real time, over and over. Needs nothing to be
 * installed.
 */
final class LiveReel implements AutoCloseable {

    /** Long enough to see that the stream is missed. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final TemporaryFolder folder;
    private final Segmenter segmenter;
    private final SegmentServer server;

    private LiveReel(TemporaryFolder folder, Segmenter segmenter, SegmentServer server) {
        this.folder = folder;
        this.segmenter = segmenter;
        this.server = server;
    }

    /**
     * Starts one, and waits until it can be watched.
     *
     * @param video a file whose video is H.264 or HEVC
     * @param log is told where it is and how it can be disturbed
     * @throws CommandFailure if the video cannot be served so
     */
    static LiveReel start(Path video, Consumer<String> log) throws IOException {
        return start(video, PAUSE, log);
    }

    /**
     * The same with another pause.
     *
     * @param pause for how long it is gone when it was killed
     */
    static LiveReel start(Path video, Duration pause, Consumer<String> log) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("sightline-live");
        SegmentServer server = null;
        Segmenter segmenter = null;
        try {
            server = SegmentServer.start(folder.path());
            log.accept("serving " + video + " live at " + server.uri());
            segmenter = Segmenter.start(video, folder.path(), pause, log);
            return new LiveReel(folder, segmenter, server);
        } finally {
            if (segmenter == null) {
                if (server != null) {
                    server.close();
                }
                folder.close();
            }
        }
    }

    /** The address of its playlist. */
    String uri() {
        return server.uri();
    }

    @Override
    public void close() {
        segmenter.close();
        server.close();
        folder.close();
    }
}
