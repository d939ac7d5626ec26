// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.QueryRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredQueriesTest {

    private static final QueryRequest CAT = QueryRequest.ofText("cats", "a cat", 1);

    private final AnsweredQueries answered = new AnsweredQueries(List.of());

    private static QueryCommand at(String id, long sequence) {
        return QueryCommand.ofRecord(id, new byte[0], sequence);
    }

    @Test
    void onlyARecordBehindTheOneThatWasAnsweredIsNews() {
        assertThat(answered.isNews(at("cats", 0))).isTrue();
        answered.stand(new AnsweredQuery("cats", 4, CAT));
        assertThat(answered.isNews(at("cats", 4))).isFalse();
        assertThat(answered.isNews(at("cats", 5))).isTrue();
        assertThat(answered.remove("cats", 6)).isTrue();
        assertThat(answered.isNews(at("cats", 5))).isFalse();
        assertThat(answered.isNews(at("cats", 7))).isTrue();
        assertThat(answered.inForce("cats")).isNull();
    }

    @Test
    void whatWasRemovedStaysKnownWhenTheSettingsBringTheQueryBack() {
        answered.remove("cats", 6);
        answered.startAgain();
        answered.stand(new AnsweredQuery("cats", -3, CAT));
        assertThat(answered.isNews(at("cats", 5))).isFalse();
        assertThat(answered.isNews(at("cats", 7))).isTrue();
        assertThat(answered.inForce("cats")).isEqualTo(CAT);
    }

    @Test
    void remembersSoManyRemovalsAndNoMoreTheLatestOfThem() {
        for (int i = 0; i < 3 * AnsweredQueries.MOST_REMOVED; i++) {
            answered.stand(new AnsweredQuery("cats " + i, 1, CAT));
            answered.remove("cats " + i, 2);
        }
        assertThat(answered.all()).hasSize(AnsweredQueries.MOST_REMOVED);
        int last = 3 * AnsweredQueries.MOST_REMOVED - 1;
        assertThat(answered.isNews(at("cats " + last, 1))).isFalse();
        assertThat(answered.isNews(at("cats 0", 1))).isTrue();
    }

    @Test
    void whatIsKeptIsTheSameAgain() {
        answered.stand(new AnsweredQuery("cats", 4, CAT));
        answered.stand(new AnsweredQuery("refused", 5, null));
        answered.remove("gone", 6);
        AnsweredQueries again = new AnsweredQueries(answered.all());
        assertThat(again.all()).isEqualTo(answered.all());
        assertThat(again.stands("refused")).isTrue();
        assertThat(again.stands("gone")).isFalse();
        assertThat(again.startAgain()).containsOnlyKeys("cats", "refused");
    }
}
