// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.search.index.SampleFilter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchRequestTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0};

    private static String refused(
            String text, List<String> not, byte[] image, Map<String, Double> weights) {
        return field(
                () ->
                        new SearchRequest(
                                text,
                                not,
                                image,
                                null,
                                weights,
                                null,
                                null,
                                0,
                                Long.MAX_VALUE,
                                false,
                                true,
                                false,
                                1,
                                20));
    }

    private static String place(
            SampleFilter filter, long minScene, long maxScene, int page, int pageSize) {
        return field(
                () ->
                        new SearchRequest(
                                "a dog", null, null, null, null, null, filter, minScene, maxScene,
                                false, true, false, page, pageSize));
    }

    private static String field(Runnable made) {
        InvalidSearch refusal = catchThrowableOfType(InvalidSearch.class, made::run);
        return refusal == null ? null : refusal.field();
    }

    @Test
    void oneOfTextImageAndLikeIsNeeded() {
        assertThat(refused(" ", List.of(), null, Map.of())).isEqualTo("text");
        assertThat(refused("a dog", List.of(), null, Map.of())).isNull();
        assertThat(refused(null, List.of(), PNG, Map.of())).isNull();
        assertThat(SearchRequest.of(null, "x", SampleFilter.ALL).like()).isEqualTo("x");
    }

    @Test
    void negativesAloneAreRefused() {
        assertThat(refused(null, List.of("a toy"), null, Map.of())).isEqualTo("not");
        assertThat(refused("a dog", List.of("a toy"), null, Map.of())).isNull();
        assertThat(refused("a dog", List.of(" "), null, Map.of())).isEqualTo("not");
        assertThat(refused("a dog", Collections.nCopies(17, "x"), null, Map.of())).isEqualTo("not");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(refused("x".repeat(1001), List.of(), null, Map.of())).isEqualTo("text");
        byte[] large = new byte[(8 << 20) + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        assertThat(refused(null, List.of(), large, Map.of())).isEqualTo("image");
        assertThat(refused(null, List.of(), new byte[] {'G', 'I', 'F'}, Map.of()))
                .isEqualTo("image");
    }

    @Test
    void weightsAreOfWhatIsGiven() {
        assertThat(refused("a dog", null, PNG, Map.of("text", 2.0, "image", 0.5))).isNull();
        assertThat(refused("a dog", null, null, Map.of("image", 1.0))).isEqualTo("weight.image");
        assertThat(refused("a dog", null, null, Map.of("text", 0.0))).isEqualTo("weight.text");
        assertThat(refused("a dog", null, null, Map.of("text", Double.NaN)))
                .isEqualTo("weight.text");
        assertThat(refused("a dog", null, null, Map.of("sound", 1.0))).isEqualTo("weight.sound");
    }

    @Test
    void placesAndPagesAreInRange() {
        Instant now = Instant.EPOCH;
        SampleFilter backwards =
                new SampleFilter(Set.of(), now, now.minusSeconds(1), 0, Long.MAX_VALUE);
        assertThat(place(backwards, 0, 10, 1, 20)).isEqualTo("to");
        assertThat(place(null, 5, 4, 1, 20)).isEqualTo("maxScene");
        assertThat(place(null, -1, 4, 1, 20)).isEqualTo("minScene");
        assertThat(place(null, 0, 4, 0, 20)).isEqualTo("page");
        assertThat(place(null, 0, 4, Integer.MAX_VALUE, 100)).isEqualTo("page");
        assertThat(place(null, 0, 4, 1, 101)).isEqualTo("pageSize");
        assertThat(place(null, 0, 4, 100, 100)).isNull();
    }
}
