// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.clip.ModelException;
import dev.sightline.search.query.SearchModels;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWarmingTest {

    @TempDir private Path bundle;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatTheFirstQuestionNeedsIsThereAlready() throws Exception {
        for (Path file : files(Repository.model())) {
            Files.createSymbolicLink(bundle.resolve(file.getFileName()), file);
        }
        try (SearchModels models = SearchModels.open(bundle)) {
            warm(models);
            for (Path link : files(bundle)) {
                Files.delete(link);
            }
            assertThat(models.model(null).text("a cat")).hasSize(256);
            assertThat(models.model(null).calibration().control().terms()).isNotEmpty();
        }
    }

    @Test
    void aMissingModelIsToldToWhoAsks() throws Exception {
        try (SearchModels models = SearchModels.open(bundle.resolve("gone"))) {
            warm(models);
            assertThatThrownBy(() -> models.model(null))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("gone");
        }
    }

    private static void warm(SearchModels models) throws InterruptedException {
        ModelWarming.start(models).join();
    }
}
