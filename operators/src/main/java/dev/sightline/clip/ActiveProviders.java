// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asks ONNX Runtime's own profile which execution providers really ran the nodes of a graph: a
 * provider may be registered and yet be given none, without an error.
 */
final class ActiveProviders {

    private ActiveProviders() {}

    /**
     * Runs a graph once.
     *
     * @param input name and value of the graph's one input
     * @return names such as {@code CPUExecutionProvider}
     */
    static TreeSet<String> of(Path graph, Device device, Map<String, OnnxTensor> input) {
        Path folder = null;
        try (SessionOptions options = OnnxSessions.options(device, 1)) {
            folder = Files.createTempDirectory("sightline-profile");
            options.enableProfiling(folder.resolve("run").toString());
            String profile;
            try (OrtSession session =
                    OrtEnvironment.getEnvironment().createSession(graph.toString(), options)) {
                session.run(input).close();
                profile = session.endProfiling();
            }
            return providers(new ObjectMapper().readTree(Path.of(profile).toFile()));
        } catch (OrtException | IOException e) {
            throw new ModelException("cannot profile " + graph + ": " + e.getMessage(), e);
        } finally {
            delete(folder);
        }
    }

    private static TreeSet<String> providers(JsonNode profile) {
        TreeSet<String> providers = new TreeSet<>();
        for (JsonNode entry : profile) {
            JsonNode provider = entry.path("args").path("provider");
            if (provider.isTextual()) {
                providers.add(provider.asText());
            }
        }
        return providers;
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
