// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.LoopbackServer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureFetchTest {

    private final LoopbackServer server;
    private final PictureFetch fetch =
            new PictureFetch(AccessRules.forRegistered(AllowedHosts.parse(List.of("127.0.0.1"))));

    PictureFetchTest() throws Exception {
        server = new LoopbackServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void assertRefused(PictureFetch by, String uri, String expected) {
        assertThatThrownBy(() -> by.fetch(uri))
                .isInstanceOf(MalformedRequest.Unsupported.class)
                .hasMessageContaining("the picture cannot be fetched: ")
                .hasMessageContaining(expected);
    }

    @Test
    void fetchesWhatIsThere() throws Exception {
        server.text("/van.jpg", "bytes");
        assertThat(fetch.fetch(server.at("/van.jpg"))).isEqualTo("bytes".getBytes());
    }

    @Test
    void aHostBehindTheFirewallIsNotAsked() {
        server.text("/van.jpg", "bytes");
        PictureFetch strict = new PictureFetch(AccessRules.forRegistered(AllowedHosts.NONE));
        assertRefused(strict, server.at("/van.jpg"), "127.0.0.1");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFailureIsNotTriedAgainAtOnce() {
        server.on("/gone", exchange -> LoopbackServer.send(exchange, 404, new byte[0]));
        assertRefused(fetch, server.at("/gone"), "404");
        assertRefused(fetch, server.at("/gone"), "404");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aTaskThatIsCancelledTakesNoPictureForOneThatCannotBeFetched() throws Exception {
        server.text("/van.jpg", "bytes");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> fetch.fetch(server.at("/van.jpg")))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).as("whether the task still knows").isTrue();
        }
        assertThat(fetch.fetch(server.at("/van.jpg"))).isEqualTo("bytes".getBytes());
    }

    @Test
    void whatIsTooLargeIsLeftUnread() {
        byte[] large = new byte[QueryImage.MOST_BYTES + 1];
        server.on("/large", exchange -> LoopbackServer.send(exchange, 200, large));
        assertRefused(fetch, server.at("/large"), "holds more than 1048576 bytes");
    }
}
