// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static dev.sightline.match.MatchHarness.armed;
import static dev.sightline.match.MatchHarness.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.MatchFeedback;
import dev.sightline.video.StreamEnded;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a job makes of matches that users call wrong. */
class MatchFeedbackTest {

    private final MatchHarness job = new MatchHarness();

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    /** One false alarm a day is too many. */
    private static final QueryCommand CATS = setting("a cat", 0.9);

    /** What a user says of the first match. */
    private MatchFeedback wrong() {
        return new MatchFeedback("a cat", job.matches().get(0).matchId());
    }

    /** What is told of a cat that comes back after it was called wrong, or not. */
    private List<String> again(MatchFeedback... feedback) throws Exception {
        job.start(null, 1, CATS);
        for (MatchFeedback each : feedback) {
            job.say(each, false);
        }
        job.showCat(0, 3);
        job.jump(4);
        job.showCat(20, 33);
        return job.phases();
    }

    @Test
    void whatWasCalledWrongIsNotToldAgainAlsoAfterASavepoint() throws Exception {
        job.start(null, 1, CATS);
        job.showCat(0, 3);
        assertThat(job.phases()).containsExactly("open");
        MatchFeedback wrong = wrong();
        job.say(wrong, false);
        job.start(job.stop(), 1, CATS);
        job.jump(4);
        job.showCat(20, 29);
        assertThat(job.phases()).containsExactly("close discontinuity");
        job.say(wrong, true);
        job.showCat(30, 33);
        assertThat(job.phases()).containsExactly("close discontinuity", "open");
    }

    @Test
    void whatIsCalledWrongBeforeItComesIsWrongWhenItDoes() throws Exception {
        assertThat(again()).containsExactly("open", "close discontinuity", "open");
        MatchFeedback wrong = wrong();
        MatchFeedback other = new MatchFeedback("a cat", "m1");
        job.close();
        assertThat(again(other, wrong)).containsExactly("open", "close discontinuity");
        job.close();
        assertThat(again(other)).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void aStreamThatIsRunAgainFromItsStartMeetsWhatWasSaidOfIt() throws Exception {
        again();
        job.say(wrong(), false);
        job.send(new StreamEnded(MatchHarness.STREAM, 34, MatchSamples.time(33_000), 34, 0, 0));
        job.start(job.stop(), 1, CATS);
        job.showCat(0, 3);
        job.jump(4);
        job.showCat(20, 33);
        assertThat(job.phases()).containsExactly("open", "close discontinuity");
    }

    @Test
    void whatTheControlTopicHoldsIsHeededFromTheFirstSampleUntilTheQueryIsRemoved()
            throws Exception {
        again();
        MatchFeedback wrong = wrong();
        job.close();
        job.start(null, 1, CATS, QueryCommand.ofRecord(wrong.key(), wrong.toJson(), 3));
        job.showCat(0, 3);
        job.jump(4);
        job.showCat(20, 33);
        assertThat(job.phases()).containsExactly("open", "close discontinuity");
        job.tell(CATS, null, 1);
        job.tell(CATS, armed(CATS), 1);
        job.showCat(34, 36);
        assertThat(job.phases()).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void whatIsSaidOfMatchesIsNotLostWhereNoSampleComesBeforeASavepoint() throws Exception {
        again();
        MatchFeedback wrong = wrong();
        job.start(job.stop(), 1, CATS);
        job.say(wrong, false);
        job.start(job.stop(), 1, CATS);
        job.jump(34);
        job.showCat(50, 63);
        assertThat(job.phases()).containsExactly("close discontinuity");
    }
}
