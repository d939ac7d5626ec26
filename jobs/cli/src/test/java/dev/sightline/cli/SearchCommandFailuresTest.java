// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search command says when there is no answer, or it was used wrongly. */
class SearchCommandFailuresTest extends CannedSearchTest {

    @Test
    void aRefusalIsSaidWithItsRemedy() {
        service.answersProblem(401, "log in first");
        CapturedCommand refused = search("a cat");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "sightline: "
                                + service.address()
                                + "/: log in first (401); give a token with --token-file FILE or in"
                                + " SIGHTLINE_SEARCH_TOKEN");
    }

    @Test
    void whereAProxyKnowsWhoAsksNoTokenIsTheRemedy() {
        service.answersProblem(401, "log in at the proxy", "WWW-Authenticate", "Proxy");
        assertThat(search("a cat").err())
                .contains("log in at the proxy (401)")
                .doesNotContain("token");
    }

    @Test
    void aServiceThatIsNotReadySaysWhenToAskAgain() {
        service.answersProblem(503, "the model is being loaded", "Retry-After", "5");
        CapturedCommand refused = search("a cat");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("loaded (503); try again in 5 s");
    }

    @Test
    void whatTheServiceCallsAWrongRequestIsWrongUsage() {
        service.answersProblem(400, "not: there is nothing that it must not be");
        CapturedCommand refused = search("a cat");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines("sightline: not: there is nothing that it must not be");
    }

    @Test
    void whatKeepsTheServiceFromReadingIsSaidIfNothingWasSearched() {
        service.answersJson("{\"moments\":[],\"searched\":0,\"message\":\"no samples\"}");
        service.answers(
                503,
                "{\"reasons\":[{\"part\":\"kafka\",\"detail\":\"b:1 does not answer\"}]}",
                "Content-Type",
                "application/json");
        CapturedCommand empty = search("a cat");
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.out()).isEmpty();
        assertThat(empty.err()).contains("is not ready: kafka: b:1 does not answer");
        assertThat(service.last().target()).startsWith("GET /api/v1/health");
    }

    @Test
    void anIndexWithoutSamplesOfAServiceThatIsReadyIsNoFailure() {
        service.answersJson("{\"moments\":[],\"searched\":0,\"message\":\"no samples\"}");
        service.answersJson("{\"status\":\"ready\",\"reasons\":[]}");
        CapturedCommand empty = search("a cat");
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.out()).startsWith("no samples");
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>, answers with 200 text/html",
        "502, text/html, <html>, answers with 502 text/html",
        "302, text/html, '', answers with 302 text/html",
        "503, application/json, nonsense, answers with 503 application/json",
        "200, application/json, nonsense, has not finished its answer",
        "200, application/json, {}, not as a timeline search does"
    })
    void somethingElseAtTheAddressIsTold(int status, String type, String body, String said) {
        service.answers(status, body, "Content-Type", type);
        CapturedCommand strange = search("a cat");
        assertThat(strange.code()).isEqualTo(3);
        assertThat(strange.out()).isEmpty();
        assertThat(strange.err()).contains(said).doesNotContain("\tat ");
    }

    @Test
    void aServiceThatDoesNotRunIsSaidWithItsRemedy() {
        service.close();
        CapturedCommand missing = search("a cat");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err())
                .contains("no timeline search answers at " + service.address())
                .contains("deploy/bin/timeline-search", "--at", "SIGHTLINE_SEARCH")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--not|a dog|say what to look for",
                "--limit|0|--limit has to be 1 to 100",
                "--from|soon|'soon' is neither a time",
                "--image|missing.jpg|cannot read missing.jpg: no such file",
                "--token-file|missing|cannot read the token from missing: no such file"
            })
    void wrongUsageSaysWhatIsRight(String option, String value, String said) {
        CapturedCommand wrong =
                option.equals("--not") ? search(option, value) : search("cat", option, value);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(said);
        assertThat(service.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8085, is no address such as",
        "http://u:s3cret@host, a password does not belong there",
        "ftp://host, is no address",
        "http://host/?x, is no address"
    })
    void anAddressThatIsNoneIsWrongUsage(String address, String said) {
        CapturedCommand wrong = CapturedCommand.run("search", "a cat", "--at", address);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(said).doesNotContain("s3cret");
    }
}
