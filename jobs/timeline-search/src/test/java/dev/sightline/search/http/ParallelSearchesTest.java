// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More questions at once than can be answered: some are let in, the others sent away at once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelSearchesTest {

    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a\"\r\n\r\n"
                    + "\u00ff\u00d8\u00ff\r\n--b--\r\n";

    @TempDir Path files;

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(RunningServer.NO_LOGIN, files);
        server.searcher =
                request -> {
                    work();
                    return Made.answer();
                };
        server.index.whileReading = this::work;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void work() {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        running.decrementAndGet();
    }

    @Test
    void twoHundredSearchesAtOnceAreAnsweredOrSentAwayHonestly() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(200, 72, server.request("/api/v1/search?text=a").build());
        for (HttpResponse<String> answer : answers) {
            assertThat(RunningServer.read(answer).path("total").asInt()).isEqualTo(41);
        }
        assertThat(most).hasValue(8);
    }

    /** Pictures that nobody looks at yet would take gigabytes. */
    @Test
    void picturesThatWaitAreNotRead() throws Exception {
        atOnce(
                40,
                24,
                server.request("/api/v1/search")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(FORM.getBytes("ISO-8859-1")))
                        .build());
        assertThat(most).hasValue(8);
        assertThat(server.asked).hasSize(24);
    }

    @Test
    void fewTimelinesAreReadAtOnce() throws Exception {
        atOnce(90, 72, server.request("/api/v1/timeline?stream=gate/3").build());
        assertThat(most).hasValue(8);
    }

    @Test
    void fewGoThroughSamplesAtOnce() throws Exception {
        atOnce(20, 10, server.request("/api/v1/samples?stream=gate/3").build());
        assertThat(most).hasValue(2);
    }

    /**
     * Asks so many times, and lets the work be done once all others were sent away.
     *
     * @return the answers of those that were let in
     */
    private List<HttpResponse<String>> atOnce(int asked, int letIn, HttpRequest request)
            throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            all.add(server.client.sendAsync(request, BodyHandlers.ofString()));
        }
        while (all.stream().filter(CompletableFuture::isDone).count() < asked - letIn) {
            Thread.sleep(5);
        }
        assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        go.countDown();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            HttpResponse<String> response = one.get();
            if (response.statusCode() == 200) {
                answers.add(response);
            } else {
                HostileRequestsTest.problem(response, 503);
                assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
            }
        }
        assertThat(answers).hasSize(letIn);
        return answers;
    }
}
