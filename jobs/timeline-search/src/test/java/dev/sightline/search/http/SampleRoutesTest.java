// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.backtest.StoredSample;
import dev.sightline.search.timeline.IndexedSample;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of samples, as the contract has them. */
class SampleRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "/api/v1/samples?stream=gate/3&epoch=2&";

    @TempDir Path files;

    private static IndexedSample sample(long second, boolean pictured) {
        String id = "e " + second;
        return new IndexedSample(
                id,
                new StoredSample(
                        Made.CAMERA,
                        Made.DIGEST,
                        second,
                        Made.time(second * 1000),
                        new float[] {1},
                        pictured ? "file:///pictures/" + second + ".jpg" : null));
    }

    @Test
    void areThinnedEvenlyAndThoseWithoutAPictureAreLeftOut() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            for (long second = 0; second < 60; second++) {
                server.index.samples.add(sample(second, second != 10));
            }
            HttpResponse<String> answer = server.get(SAMPLES + "from=10000&to=40000&limit=3");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(RunningServer.read(answer))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"samples":[
                                    {"ms":11000,"picture":"api/v1/picture?id=e+11"},
                                    {"ms":20000,"picture":"api/v1/picture?id=e+20"},
                                    {"ms":30000,"picture":"api/v1/picture?id=e+30"}]}
                                    """));
        }
    }

    @Test
    void areOfAnHourAtMostAndOfAStreamThatThereIs() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            assertThat(server.get(SAMPLES + "from=5&to=5").body()).contains("\"field\":\"to\"");
            assertThat(server.get(SAMPLES + "to=3600001").statusCode()).isEqualTo(400);
            assertThat(server.get(SAMPLES + "limit=501").statusCode()).isEqualTo(400);
            assertThat(server.get("/api/v1/samples?stream=no").statusCode()).isEqualTo(404);
        }
    }
}
