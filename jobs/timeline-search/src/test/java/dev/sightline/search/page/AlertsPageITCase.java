// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertsPageITCase {

    private static final String REEL = "?view=stream&stream=demo/reel.mp4&text=a+cat";

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static Locator events() {
        return FIXTURE.page().locator(".event");
    }

    private static void listening() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> FIXTURE.server().events().listeners() == 1);
    }

    @Test
    void aQueryIsBackTestedBeforeItIsArmed() {
        Page page = FIXTURE.open(REEL);
        FIXTURE.button("Make this an alert").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Name")).hasValue("a-cat");
        dialog.getByText("Back-test", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).containsText("It would have matched 2 times");
        assertThat(dialog.locator(".strip li")).hasCount(2);
        dialog.getByRole(AriaRole.SPINBUTTON).first().fill("5");
        assertThat(dialog).containsText("Changed since");
        FIXTURE.button("Back-test").click();
        FIXTURE.button("Arm the alert").click();
        assertThat(dialog).containsText("The alert “a-cat” is armed");
        assertThat(FIXTURE.server().requests())
                .contains(
                        "PUT queries?id=a-cat {\"text\":\"a cat\",\"streams\":[\"demo/reel.mp4\"],"
                                + "\"alarmBudgetPerDay\":5}");
    }

    @Test
    void anAlertIsArmedThoughItsBackTestFails() {
        FIXTURE.server().fail("queries/backtest", 400);
        Page page = FIXTURE.open(REEL);
        FIXTURE.button("Make this an alert").click();
        FIXTURE.button("Back-test").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".problem")).containsText("The index is busy");
        FIXTURE.button("Arm without a back-test").click();
        assertThat(dialog).containsText("is armed");
        assertThat(FIXTURE.server().requests())
                .anyMatch(
                        asked ->
                                asked.startsWith("POST queries/backtest")
                                        && asked.contains("\"streams\":[],\"from\":null"));
    }

    @Test
    void whatIsLikeAMomentBecomesItsPicture() {
        Page page = FIXTURE.open("?view=stream&stream=demo/reel.mp4&like=s1-0&not=a+toy");
        assertThat(page.locator("a[href*='format=csv']"))
                .hasAttribute(
                        "href",
                        "./api/v1/export?format=csv&stream=demo%2Freel.mp4&epoch=0&not=a+toy"
                                + "&like=s1-0");
        FIXTURE.button("Make this an alert").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("like the picture of the moment");
        FIXTURE.button("Back-test").click();
        FIXTURE.button("Arm the alert").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("is armed");
        assertThat(FIXTURE.server().requests())
                .anyMatch(
                        asked ->
                                asked.startsWith(
                                        "PUT queries?id=alert {\"image\":\"data:image/jpeg;base64,"));
    }

    @Test
    void aPictureThatCannotBeHadSaysWhy() {
        Page page = FIXTURE.open("?view=stream&stream=demo/reel.mp4&like=s1-0");
        FIXTURE.button("Make this an alert").waitFor();
        FIXTURE.server().fail("picture", 503);
        FIXTURE.button("Make this an alert").click();
        assertThat(page.locator(".reading .wrong")).containsText("Try again in a minute");
        FIXTURE.server().fail("picture", 404);
        FIXTURE.button("Make this an alert").click();
        assertThat(page.locator(".reading .wrong")).containsText("no picture any more");
    }

    @Test
    void aBackTestOfALongStreamGoesThroughItsEnd() {
        Page page = FIXTURE.open("");
        Object from =
                page.evaluate(
                        "async () => { const {fromBeforeEnd, firstSpan} = await"
                                + " import('./page/js/back-test-span.js'); const long ="
                                + " {durationMs: 90000000, firstWall: null}; return"
                                + " [fromBeforeEnd(firstSpan(90000000), long),"
                                + " fromBeforeEnd('day', {...long, firstWall:"
                                + " '2026-11-24T10:00:00Z'}), firstSpan(86400000)]; }");
        assertThat(from).isEqualTo(List.of("3600000ms", "2026-11-24T11:00:00.000Z", "all"));
    }

    @Test
    void aRefusalLeavesTheDialogAsItIs() {
        Page page = FIXTURE.open(REEL);
        FIXTURE.button("Make this an alert").click();
        FIXTURE.button("Back-test").click();
        FIXTURE.server().fail("queries", 409);
        FIXTURE.button("Arm the alert").click();
        assertThat(page.getByRole(AriaRole.DIALOG).locator(".problem"))
                .containsText("The index is busy");
        FIXTURE.server().heal("queries");
        FIXTURE.button("Arm the alert").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("is armed");
    }

    @Test
    void aViewerMakesAndRemovesNothing() {
        FIXTURE.server().role("viewer");
        Page page = FIXTURE.open(REEL);
        assertThat(page.locator(".reading")).containsText("An editor can make this an alert");
        FIXTURE.open("?view=alerts");
        FIXTURE.button("Back-test").first().waitFor();
        assertThat(FIXTURE.button("Remove cats")).hasCount(0);
    }

    @Test
    void whatTheJobsSettingsNameIsListedAndAPictureIsAskedForToTestIt() {
        Page page = FIXTURE.open("?view=alerts");
        Locator night = page.locator(".alert").nth(3);
        assertThat(night).containsText("of the job's settings");
        assertThat(night).containsText("a street at night");
        assertThat(night.getByRole(AriaRole.BUTTON)).hasCount(0);
        Locator pictured = page.locator(".alert").nth(4);
        pictured.getByRole(AriaRole.BUTTON).first().click();
        assertThat(pictured).containsText("It would have matched 2 times");
        assertThat(FIXTURE.server().requests())
                .anyMatch(asked -> asked.contains("{\"query\":{\"image\":\"data:image/jpeg"));
    }

    @Test
    void alertsAreListedTestedAndRemoved() {
        Page page = FIXTURE.open("?view=alerts");
        assertThat(page.locator(".alert").first()).containsText("at most 24 false alarms a day");
        assertThat(page.locator(".alert").nth(1)).containsText("longer than the model reads");
        FIXTURE.button("Back-test").first().click();
        assertThat(page.locator(".alert").first()).containsText("It would have matched 2 times");
        assertThat(FIXTURE.server().requests())
                .anyMatch(asked -> asked.matches(".*\"streams\":\\[],\"from\":\"2\\d{3}-.*"));
        assertThat(page.locator(".alert").nth(2)).not().containsText("Back-test");
        FIXTURE.button("Remove cats").click();
        FIXTURE.button("Remove").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(FIXTURE.server().requests()).contains("DELETE queries?id=cats");
    }

    @Test
    void eventsArriveAndALaterPhaseTakesThePlaceOfTheEarlier() {
        Page page = FIXTURE.open("?view=live");
        listening();
        EventStream sent = FIXTURE.server().events();
        sent.send("match", CannedAnswers.match("m9", "gate-3", 1000, 2000, true));
        assertThat(events()).hasCount(1);
        assertThat(events().first()).containsText("a cat (goes on)");
        sent.send(
                "status",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("stream", "gate-3")
                        .put("epoch", 0)
                        .put("ms", 2000)
                        .put("state", CannedAnswers.HOSTILE));
        sent.send("match", CannedAnswers.match("m9", "gate-3", 1000, 5000, false));
        assertThat(events()).hasCount(2);
        assertThat(events().first()).not().containsText("goes on");
        assertThat(events().nth(1)).containsText(CannedAnswers.HOSTILE);
        assertThat(page.locator("#polite")).containsText("Match: a cat in gate-3");
        FIXTURE.button("Matches").click();
        assertThat(events()).hasCount(1);
    }

    @Test
    void aLostConnectionIsToldAndComesBackAndTheListStaysBounded() {
        Page page = FIXTURE.open("?view=live");
        listening();
        page.evaluate(
                "() => { window.states = []; new MutationObserver(() =>"
                        + " window.states.push(document.querySelector('.heading"
                        + " .badge').textContent)).observe(document.querySelector('.heading .badge'),"
                        + " {characterData: true, childList: true, subtree: true}); }");
        FIXTURE.server().events().drop();
        page.waitForFunction("() => window.states.some(s => s.includes('reconnecting'))");
        assertThat(page.locator(".heading .badge")).hasText("connected");
        listening();
        for (int number = 0; number < 230; number++) {
            FIXTURE.server()
                    .events()
                    .send("match", CannedAnswers.match("m" + number, "gate-3", 0, 9, false));
        }
        page.waitForFunction("() => document.querySelectorAll('.event').length === 200");
    }

    @Test
    void noTokenIsAskedForWhereAProxyKnowsWhoAsks() {
        FIXTURE.server().fail("search", 401);
        Page page = FIXTURE.open("?text=a+cat");
        assertThat(page.locator(".problem")).containsText("Try again in a minute");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void aTokenIsAskedForAndAgainWhenTheSessionHasEnded() {
        FIXTURE.server().askFor("s3cret");
        Page page = FIXTURE.open("?text=a+cat");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Token").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(dialog).containsText("This token is not known");
        dialog.getByLabel("Token").fill("s3cret");
        page.keyboard().press("Enter");
        FIXTURE.heading("30 moments");
        assertThat(page.locator(".who")).containsText("Robin");
        FIXTURE.server().askFor("another");
        // Whatever the page asks first may have it asked for already.
        FIXTURE.button("Next").dispatchEvent("click");
        assertThat(dialog).isVisible();
    }
}
