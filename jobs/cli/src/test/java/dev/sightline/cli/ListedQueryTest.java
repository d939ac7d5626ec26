// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.job.kafka.ControlTopicSnapshot.Entry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedQueryTest {

    private static final Entry DOG = entry("{\"text\":\"a dog\",\"version\":4}");

    private static Entry entry(String json) {
        return new Entry(json.getBytes(UTF_8), 0);
    }

    private static String row(Entry definition, Entry status) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ListedQuery> listed = List.of(ListedQuery.of("dogs", definition, status));
        ListedQuery.print(listed, new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8).lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void anAcceptedQueryHasItsNumbers() {
        Entry status =
                entry(
                        "{\"state\":\"accepted\",\"version\":4,\"threshold\":0.25,"
                                + "\"expectedFalseAlarmsPerDay\":0.98}");
        assertThat(row(DOG, status)).matches("dogs +4  accepted +0\\.250 +0\\.98  a dog");
    }

    @Test
    void aRefusedQueryHasItsReason() {
        Entry status =
                entry(
                        "{\"state\":\"refused\",\"version\":4,"
                                + "\"reason\":\"version 5 is in force\"}");
        assertThat(row(DOG, status)).matches("dogs +4  refused +- +-  a dog: version 5 is in .*");
    }

    @Test
    void whatNoJobHasReadSinceItWasAddedIsUnanswered() {
        assertThat(row(DOG, null)).matches("dogs +4  unanswered +- +-  a dog");
        assertThat(row(DOG, entry("{\"state\":\"removed\"}"))).contains("unanswered");
    }

    @Test
    void whatTheJobSaidOfAnotherVersionIsNotSaidOfThisOne() {
        Entry accepted = entry("{\"state\":\"accepted\",\"version\":3,\"threshold\":0.25}");
        assertThat(row(DOG, accepted)).matches("dogs +4  unanswered +- +-  a dog");
        Entry refused = entry("{\"state\":\"refused\",\"version\":3,\"reason\":\"odd\"}");
        assertThat(row(DOG, refused)).matches("dogs +4  unanswered +- +-  a dog");
        assertThat(ListedQuery.of("dogs", DOG, accepted).toJson())
                .contains("\"state\":\"unanswered\"");
    }

    @Test
    void aDefinitionThatCannotBeUnderstoodIsListedWithWhatIsWrong() {
        Entry odd = entry("{\"text\":5}");
        assertThat(row(odd, null)).matches("dogs +-  malformed +- +-  'text' has to be .*");
        assertThat(ListedQuery.of("dogs", odd, null).toJson())
                .contains("\"state\":\"malformed\"")
                .contains("\"problem\":\"'text' has to be a text, found 5\"");
    }
}
