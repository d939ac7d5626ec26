// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.TextEncoder;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import dev.sightline.event.QueryStep;
import dev.sightline.event.QueryWeights;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.access.AccessRules;
import dev.sightline.video.access.AllowedHosts;
import java.awt.Color;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StepEncoderTest {

    /** Texts point to the east; a picture to the north if it is red. */
    private final StepEncoder encoder =
            new StepEncoder(
                    new QueryTextEncoder(new East(), List.of("{}")),
                    new PictureFetch(AccessRules.forRegistered(AllowedHosts.NONE)),
                    new FrameGeometry(2, 2, FrameGeometry.Fit.SQUASH),
                    rgb -> new float[] {0, (rgb[0] & 0xff) > 200 ? 1 : -1});

    private static final class East implements TextEncoder {
        @Override
        public float[] encode(String phrase) {
            return new float[] {1, 0};
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static QueryStep step(String text, Color colour, QueryWeights weights)
            throws MalformedRequest {
        String image = QueryImage.ofBytes(QueryPictures.file("jpeg", 16, 16, colour));
        return new QueryStep(text, image, weights, List.of(), List.of(), 0);
    }

    @Test
    void aTextAndAPictureHaveTheirOwnVectors() throws Exception {
        assertThat(encoder.positive(QueryStep.ofText("a van"))).containsExactly(1, 0);
        assertThat(encoder.positive(step(null, Color.RED, QueryWeights.EQUAL)))
                .containsExactly(0, 1);
        assertThat(encoder.positive(step(null, Color.BLUE, QueryWeights.EQUAL)))
                .containsExactly(0, -1);
    }

    @Test
    void bothTogetherCountAsTheyAreWeighed() throws Exception {
        assertThat(encoder.positive(step("a van", Color.RED, new QueryWeights(3, 4))))
                .containsExactly(new float[] {0.6f, 0.8f}, Offset.offset(1e-6f));
    }

    @Test
    void aPictureThatMustNotBeFetchedIsRefused() {
        QueryStep step =
                new QueryStep(
                        null,
                        "http://127.0.0.1:1/van.jpg",
                        QueryWeights.EQUAL,
                        List.of(),
                        List.of(),
                        0);
        assertThatThrownBy(() -> encoder.positive(step))
                .isInstanceOf(MalformedRequest.Unsupported.class)
                .hasMessageContaining("the picture cannot be fetched");
    }
}
