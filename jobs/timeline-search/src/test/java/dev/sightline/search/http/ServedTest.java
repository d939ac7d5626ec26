// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.search.query.SearchRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one server, which wants no login. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedTest {

    /** Where its videos and pictures are. */
    Path files;

    RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        files = folder;
        server = new RunningServer(RunningServer.NO_LOGIN, folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The JSON of an answer that has to be one. */
    static JsonNode ok(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return RunningServer.read(response);
    }

    /** What was searched last. */
    SearchRequest lastAsked() {
        return server.asked.get(server.asked.size() - 1);
    }
}
