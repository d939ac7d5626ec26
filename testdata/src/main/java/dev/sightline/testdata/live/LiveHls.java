// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An HLS stream on loopback: the bundled FFmpeg makes it, the JDK's HTTP server serves it. A live
 * one runs in real time and holds true wall clocks (EXT-X-PROGRAM-DATE-TIME). Every path that ends
 * in {@code live.m3u8} is a stream of its own to a client, with the same pictures.
 */
public final class LiveHls implements AutoCloseable {

    static final String PLAYLIST = "live.m3u8";

    private static final String LIVE = "program_date_time+delete_segments+temp_file";

    /** Goes on with the playlist that is there, behind a discontinuity. */
    private static final String AGAIN = "+append_list";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the packager reads. */
    private sealed interface Input {

        /** Pictures of the clock, as of {@link Mount#clock}. */
        record Clock() implements Input {}

        /** A file, over and over. */
        record Loop(Path file) implements Input {}
    }

    private final FolderServer server;
    private final Input input;
    private final HlsOptions options;
    private Packager packager;

    private LiveHls(Input input, HlsOptions options) throws IOException {
        this.input = input;
        this.options = options;
        this.server = FolderServer.start();
    }

    /**
     * Starts a camera that shows its clock, ten frames a second; a frame shows the wall clock in
     * milliseconds that the playlist says of it.
     */
    public static LiveHls clock(HlsOptions options) throws IOException {
        return started(new LiveHls(new Input.Clock(), options));
    }

    /** Starts a live stream of a file's video, as it is coded, in real time, over and over. */
    public static LiveHls loop(Path file, HlsOptions options) throws IOException {
        return started(new LiveHls(new Input.Loop(file), options));
    }

    private static LiveHls started(LiveHls stream) throws IOException {
        try {
            stream.resume();
            stream.awaitPlaylist();
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** Serves a file's video as a recording, whole from the start. */
    public static LiveHls recording(Path file, HlsOptions options) throws IOException {
        LiveHls stream = new LiveHls(new Input.Loop(file), options);
        try {
            List<String> arguments = new ArrayList<>(List.of("-i", file.toString()));
            arguments.addAll(List.of("-c", "copy", "-an"));
            arguments.addAll(options.arguments());
            arguments.addAll(List.of("-hls_playlist_type", "vod"));
            Packager.start(stream.server.folder(), arguments).awaitEnd();
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private void awaitPlaylist() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path playlist = server.folder().resolve(PLAYLIST);
        while (!Files.exists(playlist)) {
            if (System.nanoTime() > deadline || !packager.running()) {
                throw new IOException("no playlist: " + Files.readString(packager.log()));
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Where the server listens. */
    public int port() {
        return server.port();
    }

    /** The playlist's address. */
    public String uri() {
        return uri(port(), "camera");
    }

    /** A playlist's address through a proxy, or of one of many streams. */
    public static String uri(int port, String name) {
        return "http://127.0.0.1:" + port + "/" + name + "/" + PLAYLIST;
    }

    /** Kills the packager: the playlist stays as it is, and its segments too. */
    public synchronized void stall() {
        packager.kill();
    }

    /** Ends the live stream in an orderly way: the playlist says that it is over. */
    public synchronized void end() {
        packager.end();
    }

    /** Goes on after {@link #stall()}, behind a discontinuity, with PTS from the beginning. */
    public synchronized void resume() throws IOException {
        List<String> arguments = new ArrayList<>();
        if (input instanceof Input.Loop loop) {
            arguments.addAll(List.of("-re", "-stream_loop", "-1", "-i", loop.file().toString()));
            arguments.addAll(List.of("-c", "copy", "-an"));
        } else {
            arguments.addAll(ClockFeed.arguments());
        }
        arguments.addAll(options.arguments());
        boolean again = Files.exists(server.folder().resolve(PLAYLIST));
        arguments.addAll(List.of("-hls_flags", again ? LIVE + AGAIN : LIVE));
        packager = Packager.start(server.folder(), arguments);
        if (input instanceof Input.Clock) {
            ClockFeed.start(packager);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (packager != null) {
            packager.kill();
        }
        server.close();
    }
}
