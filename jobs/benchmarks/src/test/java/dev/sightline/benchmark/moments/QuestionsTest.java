// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.benchmark.clips.Clip;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private final Span dog = new Span("dog.mp4", 0, 10_000);
    private final Span ball = new Span("ball.mp4", 0, 5_000);
    private final Map<Clip, Span> clips = new LinkedHashMap<>();

    QuestionsTest() {
        clips.put(new Clip(Path.of("dog.mp4"), List.of("a dog runs in a park"), ""), dog);
        clips.put(new Clip(Path.of("ball.mp4"), List.of("a ball lies in a park"), ""), ball);
    }

    @Test
    void aCaptionShowsInItsClip() {
        assertThat(Questions.captions(clips))
                .containsExactly(
                        new Question("a dog runs in a park", List.of(dog)),
                        new Question("a ball lies in a park", List.of(ball)));
    }

    @Test
    void aThingShowsInAllClipsThatNameIt() {
        assertThat(Questions.parts(clips))
                .contains(new Question("a park", List.of(dog, ball)))
                .hasSize(3);
    }
}
