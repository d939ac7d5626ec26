// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP proxy on loopback, before a server on loopback, that fails on command. May be called from
 * any thread. {@link #close()} ends all connections.
 */
public final class FaultProxy implements AutoCloseable {

    private final int target;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final int port;
    private ServerSocket listener;
    private int accepted;
    private Fault fault = Fault.NONE;

    private FaultProxy(int target) throws IOException {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** Starts one before a port of loopback, on a port that the system chooses. */
    public static FaultProxy to(int target) throws IOException {
        return new FaultProxy(target);
    }

    private ServerSocket listen(int where) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
        Thread thread = new Thread(() -> accept(socket), "fault-proxy-" + socket.getLocalPort());
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (SocketException e) {
                // Closed, or the server refuses: so does this.
            } catch (IOException e) {
                throw new IllegalStateException("cannot accept on port " + port, e);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            ProxiedConnection connection =
                    new ProxiedConnection(client, server, connections::remove);
            synchronized (this) {
                accepted++;
                connection.inject(fault);
                connections.add(connection);
            }
            connection.start();
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** The open connections, the oldest first; a snapshot. */
    public List<ProxiedConnection> connections() {
        return List.copyOf(connections);
    }

    /** Number of connections since the start. */
    public synchronized int accepted() {
        return accepted;
    }

    /** Lets all connections fail so, those to come as well, until another fault is injected. */
    public synchronized void inject(Fault next) {
        fault = next;
        connections.forEach(connection -> connection.inject(next));
    }

    /** Cuts all open connections. */
    public void cut() {
        connections.forEach(ProxiedConnection::cut);
    }

    /** Refuses new connections, as a host does whose server has died; open ones go on. */
    public synchronized void refuse() throws IOException {
        listener.close();
    }

    /** Takes new connections again, on the same port. */
    public synchronized void accept() throws IOException {
        if (listener.isClosed()) {
            listener = listen(port);
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
        cut();
    }
}
