// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import dev.sightline.testdata.repository.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * GStreamer's RTSP server on loopback, in a process of its own that ends with this one. Its sender
 * reports say when a picture was taken. For tests only; skips them, with a line that says so, where
 * it is not installed.
 */
public final class RtspServer implements AutoCloseable {

    /** Debian's, which sees Debian's GStreamer; another Python on the path would not. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final int MISSING = 3;
    private static final String READY = "READY ";

    private final Process process;
    private final int port;

    private RtspServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one on a port that the system chooses. */
    public static RtspServer start(Mount... mounts) throws IOException {
        return start(List.of(), mounts);
    }

    /** Starts one where another was. */
    public static RtspServer startAt(int port, Mount... mounts) throws IOException {
        return start(List.of("--port", Integer.toString(port)), mounts);
    }

    /** Starts one that wants a name and a password, by digest. */
    public static RtspServer startWithLogin(String name, String password, Mount... mounts)
            throws IOException {
        return start(List.of("--login", name + ":" + password), mounts);
    }

    /** Starts one that also sends by UDP. */
    public static RtspServer startWithUdp(Mount... mounts) throws IOException {
        return start(List.of("--udp"), mounts);
    }

    private static RtspServer start(List<String> options, Mount... mounts) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(PYTHON);
        command.add(Repository.root().resolve("testdata/live/rtsp_server.py").toString());
        command.addAll(options);
        Arrays.stream(mounts).map(Mount::argument).forEach(command::add);
        Process process = run(command);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            return explain(process, line);
        }
        return new RtspServer(process, Integer.parseInt(line.substring(READY.length())));
    }

    private static Process run(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return skip(PYTHON + " is not there");
        }
    }

    private static RtspServer explain(Process process, String line) throws IOException {
        int code = process.onExit().join().exitValue();
        if (code == MISSING) {
            return skip("GStreamer's RTSP server is not installed: " + line);
        }
        throw new IOException("the RTSP server did not start: " + line);
    }

    private static <T> T skip(String reason) {
        System.out.println("SKIPPED: " + reason);
        return Assumptions.abort(reason);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The address of a mount. */
    public String uri(String mount) {
        return uri(port, mount);
    }

    /** The address of a mount through a proxy. */
    public static String uri(int port, String mount) {
        return "rtsp://127.0.0.1:" + port + "/" + mount;
    }

    /** Ends it as a power failure does, without a word to its clients. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
