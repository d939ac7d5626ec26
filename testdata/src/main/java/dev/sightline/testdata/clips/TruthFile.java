// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code truth.json}: the truth of each file of a folder, by the file's name. */
final class TruthFile {

    static final String NAME = "truth.json";

    private TruthFile() {}

    static Path write(Path folder, List<WrittenClip> clips) throws IOException {
        Map<String, ClipTruth> truths = new LinkedHashMap<>();
        for (WrittenClip clip : clips) {
            truths.put(clip.file().getFileName().toString(), clip.truth());
        }
        ObjectMapper mapper =
                new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return Files.writeString(folder.resolve(NAME), mapper.writeValueAsString(truths) + "\n");
    }
}
