// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static dev.sightline.match.MatchHarness.armed;
import static dev.sightline.match.MatchHarness.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.Reconnecting;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a job that goes on from a savepoint makes of other queries than those that it knew. */
class QueryMatchFunctionTest {

    private final MatchHarness job = new MatchHarness();

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    @Test
    void goesOnWithAQueryThatStays() throws Exception {
        QueryCommand query = setting("a cat", 1);
        job.start(null, 1, query);
        job.tell(query, armed(query), 1);
        job.showCat(0, 3);
        assertThat(job.phases()).containsExactly("open");
        job.start(job.stop(), 2, query);
        job.showCat(4, 5);
        job.tell(query, armed(query), 2);
        job.send(new StreamEnded(MatchHarness.STREAM, 6, MatchSamples.time(5000), 6, 0, 0));
        assertThat(job.phases()).containsExactly("close ended");
    }

    @Test
    void whatWasOpenedUnderAnotherModelIsClosedUnderTheIdItWasOpenedWith() throws Exception {
        QueryCommand query = setting("a cat", 1);
        job.start(null, 1, query);
        job.showCat(0, 3);
        String opened = job.matches().get(0).matchId();
        job.nextModel("sha256:another");
        for (int submission = 2; submission < 4; submission++) {
            job.start(job.stop(), submission, query);
            job.showCat(2 * submission, 2 * submission + 1);
        }
        job.send(new StreamEnded(MatchHarness.STREAM, 8, MatchSamples.time(7000), 8, 0, 0));
        assertThat(job.phases()).containsExactly("close ended");
        assertThat(job.matches().get(0).matchId()).isEqualTo(opened);
        assertThat(job.matches().get(0).common().model().digest()).isEqualTo("sha256:another");
    }

    @Test
    void closesWhatIsOpenAsSoonAsALiveStreamIsLost() throws Exception {
        QueryCommand query = setting("a cat", 1);
        job.start(null, 1, query);
        job.tell(query, armed(query), 1);
        job.showCat(0, 3);
        job.send(
                new Reconnecting(
                        MatchHarness.STREAM,
                        4,
                        MatchSamples.time(3000),
                        1,
                        1000,
                        false,
                        true,
                        StreamFailed.Category.DECODE,
                        "silent",
                        List.of()));
        assertThat(job.phases()).containsExactly("open", "close stream-lost");
    }

    @Test
    void anotherTimelineClosesWhatIsOpenAndBeginsAnewWhenTheMatchHasRested() throws Exception {
        QueryCommand query = setting("a cat", 1);
        job.start(null, 1, query);
        job.tell(query, armed(query), 1);
        job.showCat(0, 3);
        job.jump(4);
        job.showCat(0, 9);
        assertThat(job.phases()).containsExactly("open", "close discontinuity");
        job.showCat(10, 11);
        assertThat(job.phases()).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void closesTheMatchOfAQueryWhoseBudgetWasChangedAndBeginsAnew() throws Exception {
        QueryCommand before = setting("a cat", 1);
        job.start(null, 1, before);
        job.tell(before, armed(before), 1);
        job.showCat(0, 3);
        job.start(job.stop(), 2, setting("a cat", 24));
        job.showCat(4, 5);
        assertThat(job.phases()).containsExactly("close query-removed", "open");
        assertThat(job.matches().get(1).expectedFalseAlarmsPerDay()).isGreaterThan(20);
    }

    @Test
    void followsAQueryNoMoreThatStandsNoMoreAndClosesItsMatchWhenItIsTold() throws Exception {
        QueryCommand query = setting("a cat", 1);
        job.start(null, 1, query);
        job.tell(query, armed(query), 1);
        job.showCat(0, 3);
        job.start(job.stop(), 2);
        job.showCat(4, 9);
        assertThat(job.phases()).isEmpty();
        job.tell(query, null, 2);
        assertThat(job.phases()).containsExactly("close query-removed");
    }

    @Test
    void keepsWhatItLearnedWhenTheSameSubmissionRecovers() throws Exception {
        QueryCommand learned =
                QueryCommand.ofRecord("cats", "{\"text\":\"a cat\"}".getBytes("UTF-8"), 3);
        job.start(null, 1);
        job.tell(learned, armed(learned), 1);
        job.start(job.stop(), 1);
        job.showCat(0, 3);
        assertThat(job.phases()).containsExactly("open");
    }

    @Test
    void ofAQueryThatCameAndWentNothingIsKeptUnlessItStoodFromTheStart() throws Exception {
        QueryCommand first = setting("a cat", 1);
        QueryCommand later =
                QueryCommand.ofRecord("dogs", "{\"text\":\"a dog\"}".getBytes("UTF-8"), 3);
        job.start(null, 1, first);
        job.tell(later, armed(later), 1);
        job.tell(first, null, 1);
        assertThat(job.known()).containsExactlyInAnyOrder("a cat", "dogs");
        job.tell(QueryCommand.ofRecord("dogs", null, 4), null, 1);
        assertThat(job.known()).containsExactly("a cat");
        job.start(job.stop(), 2, setting("a bird", 1));
        job.tell(later, armed(later), 2);
        assertThat(job.known()).containsExactly("dogs");
    }
}
