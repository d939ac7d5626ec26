// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.BudgetScope;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.event.QueryWeights;
import dev.sightline.video.wire.ImmutableSerializer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class QueryStateTest {

    private static final byte VERSION = 1;

    private static final QueryStep FIRST =
            new QueryStep(
                    "a van",
                    "https://example.org/van.jpg",
                    new QueryWeights(2, 1),
                    List.of("snow"),
                    List.of("a toy van", "a drawing"),
                    0);

    /** No grammar would let it pass: everything is empty, missing or out of range. */
    private static final QueryRequest WRONG_TODAY =
            new QueryRequest(
                    "",
                    List.of(new QueryStep(null, "x", QueryWeights.EQUAL, List.of(), List.of(), -1)),
                    List.of("one"),
                    List.of(),
                    -1,
                    BudgetScope.QUERY,
                    7.0,
                    -1,
                    -1,
                    0);

    private static QueryRequest request() {
        return new QueryRequest(
                "vans",
                List.of(FIRST, QueryStep.ofText("a man").within(300_000)),
                List.of(),
                List.of("gate-*"),
                0.5,
                BudgetScope.STREAM,
                0.25,
                3000,
                5000,
                4);
    }

    private static QueryUpdate update(QueryRequest request) {
        ArmedStep first =
                new ArmedStep(
                        List.of(TestQueries.axis(0)),
                        List.of(TestQueries.axis(1), TestQueries.axis(2)),
                        0);
        return new QueryUpdate(
                "vans",
                new ArmedQuery(
                        request,
                        List.of(first, TestQueries.step(3, 300_000)),
                        List.of(),
                        new ArmedQuery.ColdThreshold(0.25, 3.5),
                        12),
                12,
                99);
    }

    private static <T> byte[] written(ImmutableSerializer<T> serializer, T value)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static <T> T read(ImmutableSerializer<T> serializer, byte[] bytes) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(bytes));
    }

    private static <T> void isReadAgain(ImmutableSerializer<T> serializer, T value)
            throws IOException {
        byte[] bytes = written(serializer, value);
        assertThat(bytes[0]).isEqualTo(VERSION);
        assertThat(read(serializer, bytes)).isEqualTo(value);
    }

    /** Bytes of a savepoint of the first version. */
    private static byte[] stored(String name) throws IOException {
        try (var in = QueryStateTest.class.getResourceAsStream(name)) {
            return Base64.getMimeDecoder().decode(in.readAllBytes());
        }
    }

    @Test
    void updatesAreReadAgain() throws IOException {
        isReadAgain(QueryUpdateSerializer.INSTANCE, update(request()));
        isReadAgain(QueryUpdateSerializer.INSTANCE, new QueryUpdate("vans", null, 13, 99));
        FeedbackUpdate wrong = new FeedbackUpdate(new MatchFeedback("vans", "m1"), true);
        isReadAgain(QueryUpdateSerializer.INSTANCE, new QueryUpdate("vans", null, wrong, 14, 99));
    }

    @Test
    void answersAreReadAgain() throws IOException {
        isReadAgain(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("vans", 12, request()));
        isReadAgain(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("vans", -5, null));
        isReadAgain(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("vans", 13, null, true));
    }

    @Test
    void feedbackIsReadAgain() throws IOException {
        isReadAgain(QueryFeedbackSerializer.INSTANCE, new QueryFeedback(List.of("m1", "m2"), 99));
        isReadAgain(QueryFeedbackSerializer.INSTANCE, QueryFeedback.none(7));
    }

    @Test
    void theFirstVersionIsReadForEver() throws IOException {
        assertThat(read(QueryUpdateSerializer.INSTANCE, stored("query-update-1.base64")))
                .isEqualTo(update(request()));
        assertThat(read(AnsweredQuerySerializer.INSTANCE, stored("answered-query-1.base64")))
                .isEqualTo(new AnsweredQuery("vans", 12, request()));
        assertThat(read(QueryFeedbackSerializer.INSTANCE, stored("query-feedback-1.base64")))
                .isEqualTo(new QueryFeedback(List.of("m1", "m2"), 99));
    }

    @Test
    void whatWasAcceptedIsReadAlthoughItWouldBeRefusedNow() throws IOException {
        isReadAgain(QueryUpdateSerializer.INSTANCE, update(WRONG_TODAY));
        isReadAgain(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("", 1, WRONG_TODAY));
    }

    @Test
    void aPictureOfAnySizeIsReadAgain() throws IOException {
        String image = "data:image/jpeg;base64," + "QUJD".repeat(100_000);
        QueryStep step = new QueryStep(null, image, QueryWeights.EQUAL, List.of(), List.of(), 0);
        QueryRequest request =
                new QueryRequest(
                        "p",
                        List.of(step),
                        List.of(),
                        List.of(),
                        1,
                        BudgetScope.STREAM,
                        null,
                        0,
                        0,
                        1);
        isReadAgain(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("p", 1, request));
    }

    @Test
    void aLaterVersionIsRefused() throws IOException {
        byte[] update = written(QueryUpdateSerializer.INSTANCE, update(request()));
        update[0] = VERSION + 1;
        assertThatThrownBy(() -> read(QueryUpdateSerializer.INSTANCE, update))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
        byte[] answered =
                written(AnsweredQuerySerializer.INSTANCE, new AnsweredQuery("vans", 12, null));
        answered[0] = VERSION + 1;
        assertThatThrownBy(() -> read(AnsweredQuerySerializer.INSTANCE, answered))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }
}
