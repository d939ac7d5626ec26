// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.video.decode.BundledFfmpeg;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Cuts a video into the segments of a live stream, in real time, over and over, with the bundled
 * FFmpeg program. If that is killed it starts again after a while, as a camera does.
 */
final class Segmenter implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int STOP_SECONDS = 5;
    private static final int LOOK_MILLIS = 50;
    private static final String LOG = "ffmpeg.log";

    /**
     * Runs a command that ends when the standard input does, and so with this process, however that
     * ends; says the command's process id.
     */
    private static final List<String> WITH_PARENT =
            List.of(
                    "/bin/sh",
                    "-c",
                    "exec 3<&0; \"$@\" > "
                            + LOG
                            + " 2>&1 < /dev/null 3<&- & pid=$!; echo $pid;"
                            + " (read -r end <&3; kill -9 $pid) > /dev/null & wait $pid; kill $!",
                    "sightline-live");

    private static final List<String> SEGMENTS =
            List.of(
                    "-map",
                    "0:v:0",
                    "-c",
                    "copy",
                    "-f",
                    "hls",
                    "-hls_time",
                    "2",
                    "-hls_list_size",
                    "6",
                    "-hls_flags");

    /**
     * Without an end: whoever kills the program wants to see a stream that is lost, not one that is
     * over.
     */
    private static final String FLAGS = "program_date_time+delete_segments+temp_file+omit_endlist";

    /** Goes on with the playlist that is there, behind a discontinuity. */
    private static final String AGAIN = "+append_list";

    private final List<String> command;
    private final Path folder;
    private final Duration pause;
    private final Consumer<String> log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Process process;

    private Segmenter(List<String> command, Path folder, Duration pause, Consumer<String> log) {
        this.command = command;
        this.folder = folder;
        this.pause = pause;
        this.log = log;
    }

    /**
     * Starts one, and waits for its first segments.
     *
     * @param folder where the segments go
     * @param pause until it starts again when it was killed
     * @param log is told how to kill it
     * @throws CommandFailure if the video cannot be cut so
     */
    static Segmenter start(Path video, Path folder, Duration pause, Consumer<String> log)
            throws IOException {
        List<String> command = new ArrayList<>(WITH_PARENT);
        command.add(BundledFfmpeg.program().toString());
        command.addAll(List.of("-nostdin", "-v", "error", "-re", "-stream_loop", "-1", "-i"));
        command.add(video.toAbsolutePath().toString());
        command.addAll(SEGMENTS);
        Segmenter segmenter = new Segmenter(command, folder, pause, log);
        try {
            segmenter.run();
            segmenter.awaitPlaylist(video);
        } catch (IOException | CommandFailure e) {
            segmenter.close();
            throw e;
        }
        Thread thread = new Thread(segmenter::keepRunning, "segmenter");
        thread.setDaemon(true);
        thread.start();
        return segmenter;
    }

    private synchronized void run() throws IOException {
        if (closed.getCount() == 0) {
            return;
        }
        List<String> all = new ArrayList<>(command);
        all.add(Files.exists(folder.resolve(SegmentServer.PLAYLIST)) ? FLAGS + AGAIN : FLAGS);
        all.add(SegmentServer.PLAYLIST);
        process =
                new ProcessBuilder(all)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String pid = output.readLine();
        log.accept(
                "'kill "
                        + pid
                        + "' ends the live stream for "
                        + pause.toSeconds()
                        + " seconds, 'kill -STOP "
                        + pid
                        + "' until 'kill -CONT "
                        + pid
                        + "'");
    }

    private void awaitPlaylist(Path video) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(folder.resolve(SegmentServer.PLAYLIST))) {
            boolean ended = !process.isAlive();
            if (ended || System.nanoTime() > deadline || closedWithin(LOOK_MILLIS)) {
                List<String> said = Files.readAllLines(folder.resolve(LOG));
                throw new CommandFailure(
                        video + " cannot be served live: " + String.join(" ", said));
            }
        }
    }

    private void keepRunning() {
        try {
            while (closed.getCount() > 0) {
                process.onExit().join();
                if (!closedWithin(pause.toMillis())) {
                    run();
                }
            }
        } catch (IOException e) {
            log.accept("the live stream does not start again: " + e.getMessage());
        }
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
