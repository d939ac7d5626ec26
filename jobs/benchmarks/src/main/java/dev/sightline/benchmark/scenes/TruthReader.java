// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the truth about the videos of a folder: from {@code truth.json}, which has it by file name,
 * or, where it is about one video only, by itself; and from {@code NAME.truth.json} beside a video.
 */
final class TruthReader {

    private static final String FILE = "truth.json";
    private static final Set<String> VIDEOS =
            Set.of("mp4", "mkv", "ts", "webm", "mov", "avi", "m4v", "mpg");

    private final ObjectMapper json = new ObjectMapper();

    /**
     * The videos of which there is a truth, in the order of their names.
     *
     * @throws IOException if the folder or its truth cannot be read
     */
    List<Truth> read(Path folder) throws IOException {
        Path shared = folder.resolve(FILE);
        JsonNode all = Files.exists(shared) ? json.readTree(shared.toFile()) : null;
        List<Path> videos = videos(folder);
        List<Truth> truths = new ArrayList<>();
        for (Path video : videos) {
            Optional<JsonNode> own = own(video);
            if (own.isEmpty() && all != null) {
                own = Optional.ofNullable(all.get(video.getFileName().toString()));
                if (own.isEmpty() && videos.size() == 1 && describesOne(all)) {
                    own = Optional.of(all);
                }
            }
            own.filter(TruthReader::judgeable)
                    .map(node -> truth(video, node))
                    .ifPresent(truths::add);
        }
        return truths;
    }

    private static List<Path> videos(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> VIDEOS.contains(extension(file))).sorted().toList();
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Optional<JsonNode> own(Path video) throws IOException {
        String name = video.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        Path file = video.resolveSibling(stem + "." + FILE);
        return Files.exists(file) ? Optional.of(json.readTree(file.toFile())) : Optional.empty();
    }

    private static boolean describesOne(JsonNode all) {
        return all.has("cuts") || all.has("changes");
    }

    /** Broken files have a truth too: that there is nothing to see. */
    private static boolean judgeable(JsonNode node) {
        return node.isObject() && (!node.has("pts") || !node.get("pts").isEmpty());
    }

    private static Truth truth(Path video, JsonNode node) {
        TruthBuilder builder = new TruthBuilder(video);
        if (node.has("changes")) {
            builder.frames(node.path("pts").size());
            node.get("changes")
                    .forEach(
                            change ->
                                    builder.change(
                                            change.get("kind").asText(),
                                            change.get("firstFrame").asInt(),
                                            change.get("lastFrame").asInt()));
        } else {
            builder.frames(node.path("frames").asInt());
            node.path("cuts").forEach(cut -> builder.change("CUT", cut.asInt(), cut.asInt()));
            node.path("gradual")
                    .forEach(
                            gradual ->
                                    builder.change(
                                            "GRADUAL",
                                            gradual.get("from").asInt(),
                                            gradual.get("to").asInt()));
            pairs(node.path("blackOrTitleRuns"), "BLACK", builder);
            pairs(node.path("flashes"), "FLASH", builder);
        }
        return builder.build();
    }

    private static void pairs(JsonNode pairs, String kind, TruthBuilder builder) {
        pairs.forEach(pair -> builder.change(kind, pair.get(0).asInt(), pair.get(1).asInt()));
    }
}
