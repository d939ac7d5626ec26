// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.decode.BundledFfmpeg;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Converts videos while they are watched, each with the bundled FFmpeg program in a process of its
 * own: a file that makes it crash takes nothing else with it, and what a viewer no longer wants
 * ends at once. Safe for use by several threads.
 */
public final class Repacker implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final RepackSettings settings;
    private final Semaphore places;
    private final Set<RepackedVideo> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Repacker::thread);
    private volatile boolean closed;

    /** One with no conversion running. */
    public Repacker(RepackSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
        watch.scheduleWithFixedDelay(
                () -> running.forEach(RepackedVideo::endIfStuck),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "repack-watch");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to convert a file, and waits for its first bytes.
     *
     * @param file trusted to be one that the viewer may see
     * @param fromMs where the viewer wants to begin, in milliseconds of media time; what lies
     *     behind the end is taken for the end
     * @return the conversion, which the caller closes
     * @throws RepackBusy if as many as may be are running
     * @throws MediaException if the file is no video, or cannot be converted
     * @throws IOException if there is no FFmpeg program, or this is closed
     */
    public RepackedVideo open(Path file, long fromMs)
            throws RepackBusy, MediaException, IOException {
        if (!places.tryAcquire()) {
            throw new RepackBusy(settings.atOnce());
        }
        RepackedVideo video = null;
        boolean begun = false;
        try {
            video = RepackedVideo.start(command(file, fromMs), file, this::ended);
            running.add(video);
            if (closed) {
                throw new IOException("no more videos are converted: the service is ending");
            }
            video.awaitFirst();
            begun = true;
            return video;
        } finally { // errors, too, must not keep a place
            if (!begun && video == null) {
                places.release();
            } else if (!begun) {
                video.close();
            }
        }
    }

    /**
     * Says where a conversion would begin and what it would be, without one and without a place.
     *
     * @param file as of {@link #open}
     * @param fromMs likewise
     * @throws MediaException if the file is no video, or cannot be converted
     * @throws IOException if there is no FFmpeg program
     */
    public RepackForecast forecast(Path file, long fromMs) throws MediaException, IOException {
        RepackCommand command = command(file, fromMs);
        return new RepackForecast(command.start().mediaMs(), command.plan().contentType());
    }

    private RepackCommand command(Path file, long fromMs) throws MediaException, IOException {
        try (VideoProbe probe = VideoProbe.open(file, settings.patience())) {
            RepackPlan plan = RepackPlan.of(probe.facts(), BundledFfmpeg::encodes);
            RepackStart start = RepackStart.of(probe, plan.copies(), Math.max(0, fromMs));
            return new RepackCommand(probe.facts(), plan, start, settings);
        }
    }

    private void ended(RepackedVideo video) {
        running.remove(video);
        places.release();
    }

    /** How many are running. */
    public int running() {
        return settings.atOnce() - places.availablePermits();
    }

    /** Ends all that are running; no more begin. */
    @Override
    public void close() {
        closed = true;
        running.forEach(RepackedVideo::close);
        watch.shutdownNow();
    }
}
