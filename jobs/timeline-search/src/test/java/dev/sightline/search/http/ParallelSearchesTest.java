// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More searches at once than can be answered. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelSearchesTest {

    @TempDir Path files;

    @Test
    void twoHundredSearchesAtOnceAreAnsweredOrSentAwayHonestly() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            askAtOnce(server);
        }
    }

    private static void askAtOnce(RunningServer server) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        server.searcher =
                request -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    await(go);
                    running.decrementAndGet();
                    return Made.answer();
                };
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(
                    server.client.sendAsync(
                            server.request("/api/v1/search?text=a").build(),
                            BodyHandlers.ofString()));
        }
        // 72 are let in; the others are sent away while those still run.
        while (all.stream().filter(CompletableFuture::isDone).count() < 128) {
            Thread.sleep(5);
        }
        assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        go.countDown();
        int found = 0;
        for (CompletableFuture<HttpResponse<String>> one : all) {
            HttpResponse<String> response = one.get();
            if (response.statusCode() == 200) {
                assertThat(RunningServer.read(response).path("total").asInt()).isEqualTo(41);
                found++;
            } else {
                HostileRequestsTest.problem(response, 503);
                assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
            }
        }
        assertThat(found).isEqualTo(72);
        assertThat(most).hasValue(8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
