// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.clips;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which clips there are and what they show: a JSON list of objects with {@code file}, {@code
 * caption} or {@code captions}, and {@code licence}; or an object whose names are files and whose
 * values have {@code captions}. Files lie relative to the manifest. What has no caption is left
 * out.
 */
public final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /**
     * Reads several, one after the other.
     *
     * @throws IOException if one cannot be read, or names no clip with a caption
     */
    public static List<Clip> read(List<Path> files) throws IOException {
        List<Clip> clips = new ArrayList<>();
        for (Path file : files) {
            clips.addAll(read(file));
        }
        return clips;
    }

    /**
     * Reads one.
     *
     * @throws IOException if it cannot be read, or names no clip with a caption
     */
    public static List<Clip> read(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        Path folder = file.toAbsolutePath().getParent();
        List<Clip> clips = new ArrayList<>();
        if (root.isArray()) {
            for (JsonNode clip : root) {
                add(clip.path("file").asText(), clip, folder, clips);
            }
        } else if (root.isObject()) {
            for (Map.Entry<String, JsonNode> clip : root.properties()) {
                add(clip.getKey(), clip.getValue(), folder, clips);
            }
        }
        if (clips.isEmpty()) {
            throw new IOException(
                    file + " names no clip with a caption: [{\"file\": …, \"caption\": …}, …]");
        }
        return clips;
    }

    private static void add(String name, JsonNode clip, Path folder, List<Clip> clips) {
        List<String> captions = new ArrayList<>();
        clip.path("captions").forEach(caption -> captions.add(caption.asText()));
        if (clip.path("caption").isTextual()) {
            captions.add(clip.path("caption").asText());
        }
        if (!captions.isEmpty()) {
            String licence = clip.path("licence").asText(clip.path("license").asText(""));
            clips.add(new Clip(folder.resolve(name), captions, licence));
        }
    }
}
