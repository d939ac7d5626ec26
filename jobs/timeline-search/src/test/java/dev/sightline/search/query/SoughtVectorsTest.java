// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.clip.Vectors;
import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.SampleFilter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtVectorsTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private final MemoryIndex index = new MemoryIndex();
    private final SoughtVectors vectors = new SoughtVectors(index, PICTURES.models());

    @BeforeEach
    void fill() {
        PICTURES.addGeneral(index, "a.mp4", 0, 20);
        index.with(MadeEvents.cut("a.mp4", 9500), MadeEvents.match("m", "a.mp4", 3000, 5000, 7000));
    }

    private Sought like(String text, String id) throws IOException {
        return vectors.of(SearchRequest.of(text, id, SampleFilter.ALL));
    }

    @Test
    void likeIsTheSampleOrTheOneThatStandsForAMatchOrAScene() throws IOException {
        assertThat(like(null, "a.mp4@3").vector()).isEqualTo(PICTURES.general(21));
        assertThat(like(null, "m").like().id()).as("the peak of a match").isEqualTo("a.mp4@5");
        assertThat(like(null, "a.mp4|9500").like().id()).as("a scene").isEqualTo("a.mp4@10");
        assertThat(like(null, "a.mp4#1").like().id()).as("the first scene").isEqualTo("a.mp4@0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "a.mp4#2", "gone#1", "a.mp4#99999999999999999999", "#1", "a#"})
    void likeNeedsWhatTheIndexHas(String id) {
        assertThatThrownBy(() -> like(null, id))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageStartingWith("'like'")
                .hasMessageContaining(id);
    }

    @Test
    void likeIsOfTheModelThatIsAsked() {
        index.with(MadeEvents.sample("b.mp4", 0, "sha256:other", PICTURES.general(1)));
        assertThatThrownBy(() -> like(null, "b.mp4@0"))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("sha256:other");
    }

    @Test
    void likeAndTextCountByTheirWeights() throws IOException {
        float[] text = PICTURES.models().model(null).text("at night");
        Sought equal = like("at night", "a.mp4@3");
        assertThat(Vectors.dot(equal.vector(), text))
                .isCloseTo(Vectors.dot(equal.vector(), PICTURES.general(21)), within(1e-4));
        Sought mostlyText =
                vectors.of(
                        new SearchRequest(
                                "at night",
                                List.of(),
                                null,
                                "a.mp4@3",
                                Map.of("text", 9.0),
                                null,
                                null,
                                0,
                                Long.MAX_VALUE,
                                false,
                                true,
                                false,
                                1,
                                20));
        assertThat(Vectors.dot(mostlyText.vector(), text)).isGreaterThan(0.98);
    }

    @Test
    void textAndImageCountByTheirWeights() throws IOException {
        byte[] image = SearchModelsTest.png(0xff0000);
        float[] picture = PICTURES.models().model(null).picture(image);
        Sought mostlyImage =
                vectors.of(
                        new SearchRequest(
                                "at night",
                                List.of("by day"),
                                image,
                                null,
                                Map.of("image", 9.0),
                                null,
                                null,
                                0,
                                Long.MAX_VALUE,
                                false,
                                true,
                                false,
                                1,
                                20));
        assertThat(Vectors.dot(mostlyImage.vector(), picture)).isBetween(0.98, 0.9999);
        assertThat(mostlyImage.not()).hasSize(1);
    }

    @Test
    void deviationsAndCosinesAreEachOthersInverse() throws IOException {
        Sought sought = vectors.of(SearchRequest.ofText("a dog"));
        assertThat(sought.deviations(sought.cosine(3))).isCloseTo(3, within(1e-9));
        assertThat(sought.score(PICTURES.showing("a dog", 5), 0.5))
                .isGreaterThan(sought.score(PICTURES.showing("a dog", 5), 0.2))
                .isBetween(0.0, 1.0);
    }
}
