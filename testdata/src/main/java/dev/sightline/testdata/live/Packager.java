// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The FFmpeg program that is bundled, writing a playlist and its segments into a folder. */
final class Packager {

    /** A program that this one could not end, because it was killed, ends at last. */
    private static final String LONGEST_SECONDS = "3600";

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private Packager(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly, "stop-packager");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts one.
     *
     * @param folder where the segments go, and the playlist {@code live.m3u8}
     * @param arguments what to read, how to code it and how to cut it
     */
    static Packager start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Loader.load(ffmpeg.class));
        command.addAll(List.of("-nostdin", "-nostats", "-y"));
        command.addAll(arguments);
        command.addAll(List.of("-t", LONGEST_SECONDS, LiveHls.PLAYLIST));
        Path log = folder.resolve("packager.log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new Packager(process, log);
    }

    /** What it reads, where that is its standard input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** What it had to say. */
    Path log() {
        return log;
    }

    /** Whether it has been loaded, which may take longer than a picture. */
    boolean ready() throws IOException {
        return Files.size(log) > 0;
    }

    boolean running() {
        return process.isAlive();
    }

    /** Ends it at once; what it was writing stays as it is. */
    void kill() {
        process.destroyForcibly();
        finished();
    }

    /** Asks it to finish the playlist. */
    void end() {
        process.destroy();
        finished();
    }

    /**
     * Waits for it to be through with its input.
     *
     * @throws IOException if it failed
     */
    void awaitEnd() throws IOException {
        if (finished() != 0) {
            throw new IOException("the packager failed: " + Files.readString(log));
        }
    }

    private int finished() {
        int code = process.onExit().join().exitValue();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook has run, or will.
        }
        return code;
    }
}
