// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.search.export.ExportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document tells of all that is answered, and of nothing else. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "head");

    @TempDir Path files;

    @Test
    void hasEveryRouteAndNoOther() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            JsonNode document = RunningServer.read(server.get("/api/v1/openapi.json"));
            assertThat(document.path("openapi").asText()).startsWith("3.1");
            Map<String, String> routes = new TreeMap<>();
            for (Route route : server.server.routes()) {
                if (route.path().startsWith(Route.PREFIX)) {
                    routes.put(
                            route.method().name().toLowerCase(Locale.ROOT) + " " + route.path(),
                            access(route.access()));
                }
            }
            assertThat(operations(document)).isEqualTo(routes);
        }
    }

    /** The command line's formats are held against the document, too. */
    @Test
    void hasTheFormatsOfExports() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            JsonNode document = RunningServer.read(server.get("/api/v1/openapi.json"));
            JsonNode parameters = document.at("/paths/~1api~1v1~1export/get/parameters");
            assertThat(parameters.at("/0/name").asText()).isEqualTo("format");
            assertThat(parameters.at("/0/schema/enum"))
                    .extracting(JsonNode::asText)
                    .containsExactly(
                            Arrays.stream(ExportFormat.values())
                                    .map(ExportFormat::text)
                                    .toArray(String[]::new));
        }
    }

    private static String access(Access access) {
        return access == Access.ALL ? "" : access.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> operations(JsonNode document) {
        Map<String, String> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(METHODS).contains(operation.getKey());
                operations.put(
                        operation.getKey() + " " + path.getKey(),
                        operation.getValue().path("x-role").asText(""));
            }
        }
        return operations;
    }

    @Test
    void refersOnlyToWhatThereIs() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            JsonNode document = RunningServer.read(server.get("/api/v1/openapi.json"));
            List<JsonNode> references = new ArrayList<>(document.findValues("$ref"));
            assertThat(references).isNotEmpty();
            for (JsonNode reference : references) {
                assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse();
            }
        }
    }
}
