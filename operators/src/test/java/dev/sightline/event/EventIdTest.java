// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final StreamRef STREAM = stream("gate-3", 2);
    private static final QueryMatch.QueryBlock QUERY =
            new QueryMatch.QueryBlock("cats", 3, "a cat");
    private static final String MODEL = "sha256:aa";

    private static StreamRef stream(String id, long epoch) {
        return new StreamRef(id, epoch, "rtsp://10.0.0.7/s1", SourceKind.RTSP, "");
    }

    private static QueryMatch.QueryBlock query(String id, long version, String text) {
        return new QueryMatch.QueryBlock(id, version, text);
    }

    /** Consumers keep ids: these values must never change. */
    @Test
    void idsStayWhatTheyAre() {
        assertThat(EventId.ofSceneChange(STREAM, "cut", 90_000, MODEL))
                .isEqualTo("3cfaa437ca04a591151f852f883ab63a");
        assertThat(EventId.ofScene(STREAM, 1000, MODEL))
                .isEqualTo("109cbeb636eb3b232dae8237ce741260");
        assertThat(EventId.ofEmbedding(STREAM, 90_000, MODEL))
                .isEqualTo("8eed54db464c33060d9345d4c2bc3124");
        assertThat(EventId.ofMatch(STREAM, QUERY, 90_000, MODEL))
                .isEqualTo("2393e5202f951b98ba70a3cca09049a0");
        assertThat(EventId.ofMatchPhase("ab12", "open", 0))
                .isEqualTo("40d5a7e93e3e77b6bfabb711d6d304d0");
        assertThat(EventId.ofStatus(STREAM, "online", -1))
                .isEqualTo("8d137f0d0c5bfd6ae79769a9ec3fa94b");
        assertThat(EventId.ofStreamError(STREAM, "open", -1))
                .isEqualTo("8e5aca4b2f110515cc79b758be3435df");
        assertThat(EventId.ofQuery("cats", "accepted", 7, MODEL))
                .isEqualTo("c172244ec3cd1423e53b8c4dbecfdadd");
    }

    @Test
    void aSceneChangesIdDiffersWithEveryPart() {
        assertAllDiffer(
                EventId.ofSceneChange(STREAM, "cut", 90_000, MODEL),
                EventId.ofSceneChange(stream("gate-4", 2), "cut", 90_000, MODEL),
                EventId.ofSceneChange(stream("gate-3", 3), "cut", 90_000, MODEL),
                EventId.ofSceneChange(STREAM, "semantic", 90_000, MODEL),
                EventId.ofSceneChange(STREAM, "cut", 90_001, MODEL),
                EventId.ofSceneChange(STREAM, "cut", 90_000, "sha256:bb"));
    }

    @Test
    void aMatchsIdDiffersWithEveryPartButTheText() {
        assertAllDiffer(
                EventId.ofMatch(STREAM, QUERY, 90_000, MODEL),
                EventId.ofMatch(stream("gate-4", 2), QUERY, 90_000, MODEL),
                EventId.ofMatch(stream("gate-3", 3), QUERY, 90_000, MODEL),
                EventId.ofMatch(STREAM, query("dogs", 3, "a cat"), 90_000, MODEL),
                EventId.ofMatch(STREAM, query("cats", 4, "a cat"), 90_000, MODEL),
                EventId.ofMatch(STREAM, QUERY, 90_001, MODEL),
                EventId.ofMatch(STREAM, QUERY, 90_000, "sha256:bb"));
        assertThat(EventId.ofMatch(STREAM, query("cats", 3, "another text"), 90_000, MODEL))
                .isEqualTo(EventId.ofMatch(STREAM, QUERY, 90_000, MODEL));
    }

    @Test
    void aPhasesIdDiffersWithEveryPart() {
        assertAllDiffer(
                EventId.ofMatchPhase("ab12", "update", 1),
                EventId.ofMatchPhase("ab13", "update", 1),
                EventId.ofMatchPhase("ab12", "close", 1),
                EventId.ofMatchPhase("ab12", "update", 2));
    }

    @Test
    void theOtherIdsDifferWithEveryPart() {
        StreamRef otherEpoch = stream("gate-3", 3);
        assertAllDiffer(
                EventId.ofScene(STREAM, 5, MODEL),
                EventId.ofScene(otherEpoch, 5, MODEL),
                EventId.ofScene(STREAM, 6, MODEL),
                EventId.ofEmbedding(STREAM, 5, MODEL),
                EventId.ofEmbedding(otherEpoch, 5, MODEL),
                EventId.ofEmbedding(STREAM, 6, MODEL),
                EventId.ofEmbedding(STREAM, 5, "sha256:bb"),
                EventId.ofStatus(STREAM, "online", 5),
                EventId.ofStatus(STREAM, "ended", 5),
                EventId.ofStatus(otherEpoch, "online", 5),
                EventId.ofStatus(STREAM, "online", 6),
                EventId.ofStreamError(STREAM, "open", 5),
                EventId.ofStreamError(STREAM, "decode", 5),
                EventId.ofStreamError(otherEpoch, "open", 5),
                EventId.ofStreamError(STREAM, "open", 6),
                EventId.ofQuery("cats", "accepted", 5, MODEL),
                EventId.ofQuery("dogs", "accepted", 5, MODEL),
                EventId.ofQuery("cats", "refused", 5, MODEL),
                EventId.ofQuery("cats", "accepted", 6, MODEL),
                EventId.ofQuery("cats", "accepted", 5, "sha256:bb"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertAllDiffer(
                EventId.of("ab", "c"),
                EventId.of("a", "bc"),
                EventId.of("abc"),
                EventId.of("ab", "c", ""),
                EventId.of("", "ab", "c"));
    }

    private static void assertAllDiffer(String... ids) {
        assertThat(List.of(ids)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
}
