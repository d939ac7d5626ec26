// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * The FFmpeg program that is bundled, sending a file's video as it is coded, in real time, over and
 * over, to or from a port of loopback. For tests.
 */
public final class Sender implements AutoCloseable {

    private final Process process;
    private final String uri;

    private Sender(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    /** MPEG-TS in datagrams. */
    public static Sender udp(Path file) throws IOException {
        String uri = "udp://127.0.0.1:" + freePort();
        return start(file, uri, "-f", "mpegts", uri + "?pkt_size=1316");
    }

    /** MPEG-TS over SRT, waiting for a caller. */
    public static Sender srt(Path file) throws IOException {
        String uri = "srt://127.0.0.1:" + freePort();
        return start(file, uri, "-f", "mpegts", uri + "?mode=listener");
    }

    /** RTMP, waiting for a player. */
    public static Sender rtmp(Path file) throws IOException {
        String uri = "rtmp://127.0.0.1:" + freePort() + "/live/film";
        return start(file, uri, "-f", "flv", "-listen", "1", uri);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Sender start(Path file, String uri, String... output) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Loader.load(ffmpeg.class),
                        "-v",
                        "quiet",
                        "-nostdin",
                        "-re",
                        "-stream_loop",
                        "-1",
                        "-i",
                        file.toString(),
                        "-c",
                        "copy",
                        "-an"));
        command.addAll(List.of(output));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Sender(process, uri);
    }

    /** Where it is read. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
