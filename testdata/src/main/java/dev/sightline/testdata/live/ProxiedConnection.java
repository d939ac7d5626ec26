// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One connection through a {@link FaultProxy}; a thread for each direction. */
public final class ProxiedConnection {

    private static final int BUFFER = 16 * 1024;
    private static final int PORTIONS_PER_SECOND = 20;
    private static final int CHANGED_BITS = 0x55;

    private final Socket client;
    private final Socket server;
    private final Consumer<ProxiedConnection> ended;
    private final AtomicLong received = new AtomicLong();
    private Fault fault = Fault.NONE;
    private int sinceCorrupted;

    ProxiedConnection(Socket client, Socket server, Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.server = server;
        this.ended = ended;
    }

    void start() {
        run("up", () -> pump(client.getInputStream(), server.getOutputStream(), this::passed));
        run("down", () -> pump(server.getInputStream(), client.getOutputStream(), this::damaged));
    }

    /** What is done to bytes on their way. */
    @FunctionalInterface
    private interface Way {
        void pass(byte[] bytes, int length, OutputStream to)
                throws IOException, InterruptedException;
    }

    /** One direction. */
    @FunctionalInterface
    private interface Direction {
        void run() throws IOException, InterruptedException;
    }

    private void run(String name, Direction direction) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                direction.run();
                            } catch (IOException | InterruptedException e) {
                                // Either side has gone, or was cut: both are.
                            } finally {
                                cut();
                            }
                        },
                        "fault-proxy-" + name + "-" + client.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(InputStream from, OutputStream to, Way way)
            throws IOException, InterruptedException {
        byte[] bytes = new byte[BUFFER];
        for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
            way.pass(bytes, n, to);
        }
    }

    private void passed(byte[] bytes, int length, OutputStream to)
            throws IOException, InterruptedException {
        whenNotStalled();
        to.write(bytes, 0, length);
    }

    private void damaged(byte[] bytes, int length, OutputStream to)
            throws IOException, InterruptedException {
        int sent = 0;
        while (sent < length) {
            Fault now = whenNotStalled();
            int rate = now.bytesPerSecond();
            int portion = rate == 0 ? length - sent : Math.max(1, rate / PORTIONS_PER_SECOND);
            int n = Math.min(portion, length - sent);
            corrupt(bytes, sent, n, now.corruptEvery());
            received.addAndGet(n);
            to.write(bytes, sent, n);
            sent += n;
            if (rate > 0) {
                TimeUnit.MICROSECONDS.sleep(n * 1_000_000L / rate);
            }
        }
    }

    private synchronized Fault whenNotStalled() throws InterruptedException {
        while (fault.stalled() && !client.isClosed()) {
            wait();
        }
        return fault;
    }

    private void corrupt(byte[] bytes, int from, int length, int every) {
        for (int i = from; every > 0 && i < from + length; i++) {
            sinceCorrupted++;
            if (sinceCorrupted >= every) {
                bytes[i] ^= CHANGED_BITS;
                sinceCorrupted = 0;
            }
        }
    }

    /** Bytes that were sent to the client. */
    public long received() {
        return received.get();
    }

    /** Lets this connection fail so, until another fault is injected. */
    public synchronized void inject(Fault next) {
        fault = next;
        notifyAll();
    }

    /** Cuts this connection, for both sides. */
    public void cut() {
        close(client);
        close(server);
        synchronized (this) {
            notifyAll();
        }
        ended.accept(this);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left of it either way.
        }
    }
}
