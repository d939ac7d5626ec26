// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final int SHORT_MILLIS = 200;

    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket client() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        sockets.add(socket);
        return socket;
    }

    private Socket accepted() throws IOException {
        Socket socket = server.accept();
        sockets.add(socket);
        return socket;
    }

    private static byte[] passed(Socket from, Socket to, byte... bytes) throws IOException {
        from.getOutputStream().write(bytes);
        return to.getInputStream().readNBytes(bytes.length);
    }

    @Test
    void bytesPassInBothDirections() throws IOException {
        Socket client = client();
        Socket there = accepted();

        assertThat(passed(client, there, (byte) 1, (byte) 2)).containsExactly(1, 2);
        assertThat(passed(there, client, (byte) 3)).containsExactly(3);
        assertThat(proxy.accepted()).isEqualTo(1);
        assertThat(proxy.connections()).singleElement().matches(one -> one.received() == 1);
    }

    @Test
    void aCutEndsBothSides() throws IOException {
        Socket client = client();
        Socket there = accepted();
        passed(client, there, (byte) 1);

        proxy.cut();

        assertEnded(client);
        assertEnded(there);
        assertThat(proxy.connections()).isEmpty();
    }

    private static void assertEnded(Socket socket) {
        try (InputStream input = socket.getInputStream()) {
            assertThat(input.read()).isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void oneSideThatEndsEndsTheOther() throws IOException {
        Socket client = client();
        Socket there = accepted();

        there.close();

        assertEnded(client);
    }

    @Test
    void aStalledConnectionPassesItsBytesOnLater() throws IOException {
        Socket client = client();
        Socket there = accepted();
        client.setSoTimeout(SHORT_MILLIS);
        proxy.inject(Fault.STALL);

        there.getOutputStream().write(7);
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        proxy.inject(Fault.NONE);

        client.setSoTimeout(0);
        assertThat(client.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void aStallOfOneConnectionLeavesTheOthersAlone() throws IOException {
        Socket first = client();
        Socket firstThere = accepted();
        passed(first, firstThere, (byte) 1);
        proxy.connections().get(0).inject(Fault.STALL);
        Socket second = client();
        Socket secondThere = accepted();

        firstThere.getOutputStream().write(7);
        assertThat(passed(secondThere, second, (byte) 5)).containsExactly(5);

        first.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> first.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void everySoManiethByteIsChanged() throws IOException {
        proxy.inject(Fault.corrupt(3));
        Socket client = client();
        Socket there = accepted();

        assertThat(passed(there, client, (byte) 0, (byte) 0)).containsExactly(0, 0);
        assertThat(passed(there, client, (byte) 0, (byte) 0)).containsExactly(0x55, 0);
        assertThat(passed(client, there, new byte[6])).containsOnly(0);
    }

    @Test
    void aSlowLineCarriesNoMoreThanItCan() throws IOException {
        proxy.inject(Fault.slow(1000));
        Socket client = client();
        Socket there = accepted();
        long before = System.nanoTime();

        passed(there, client, new byte[300]);

        assertThat(System.nanoTime() - before).isGreaterThan(200_000_000L);
    }

    @Test
    void nobodyGetsInUntilItAcceptsAgain() throws IOException {
        proxy.refuse();
        assertThatThrownBy(this::client).isInstanceOf(IOException.class);

        proxy.accept();
        Socket client = client();

        assertThat(passed(client, accepted(), (byte) 1)).containsExactly(1);
    }

    @Test
    void aServerThatHasGoneEndsTheClient() throws IOException {
        server.close();

        assertEnded(client());
    }
}
