// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams that a browser cannot play as they are: videos to convert, and cameras. */
class OtherStreamsITCase {

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static Locator slider(String name) {
        return FIXTURE.page().getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(name));
    }

    private static double second() {
        return ((Number) FIXTURE.page().evaluate("document.getElementById('video').currentTime"))
                .doubleValue();
    }

    /** Waits until a converted video has come to where it should. */
    private static void rests() {
        FIXTURE.page()
                .waitForFunction(
                        "() => { const v = document.getElementById('video');"
                                + " return v && v.paused && v.currentTime >= 3; }");
    }

    private static void hurries() {
        FIXTURE.page()
                .waitForFunction("() => document.getElementById('video')?.playbackRate === 8");
    }

    @Test
    void aConvertedVideoBeginsElsewhereAndItsTracksFollow() {
        Page page = FIXTURE.open("?view=stream&stream=archive/old+tape.avi&t=11000");
        rests();
        assertThat(second()).as("gone to fast").isCloseTo(3, Offset.offset(0.5));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Chapters 8")).click();
        assertThat(page.locator(".entry[aria-current]")).containsText("Scene 3");
        assertThat(page.locator(".entry").first()).containsText("0:00:00 to 0:00:05");
        assertThat(
                        page.evaluate(
                                "document.getElementById('video').textTracks[0].cues[2].startTime"))
                .isEqualTo(2);
        slider("Moment in the video").press("Home");
        assertThat(page.locator("#video")).hasAttribute("src", Pattern.compile("from=0$"));
    }

    @Test
    void aConversionThatBreaksOffIsBegunAgainButNotForEver() {
        Page page = FIXTURE.open("?view=stream&stream=archive/old+tape.avi&t=11000");
        rests();
        String error = "document.getElementById('video').dispatchEvent(new Event('error'))";
        page.waitForRequest(asked -> asked.method().equals("HEAD"), () -> page.evaluate(error));
        rests();
        assertThat(page.locator(".moment")).containsText("0:00:11.");
        page.evaluate(error);
        assertThat(page.locator(".now")).containsText("cannot be played");
        FIXTURE.button("Try again").click();
        rests();
    }

    @Test
    void whatPlaysGoesOnAfterSeveralJumpsAndAPauseHolds() {
        Page page = FIXTURE.open("?view=stream&stream=archive/old+tape.avi&t=11000");
        rests();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Scenes 8")).click();
        page.evaluate("document.getElementById('video').play()");
        page.locator(".entry").nth(4).click();
        hurries();
        page.locator(".entry").nth(5).click();
        page.waitForFunction(
                "() => { const v = document.getElementById('video'); return v?.src.endsWith("
                        + "'from=26500') && !v.paused && v.playbackRate === 1 && !v.muted; }");
        page.locator(".entry").nth(7).click();
        hurries();
        page.evaluate("document.getElementById('video').pause()");
        page.waitForFunction(
                "() => { const v = document.getElementById('video');"
                        + " return v.paused && v.playbackRate === 1 && !v.muted; }");
    }

    @Test
    void aHiddenPageDoesNotListenAndCatchesUpOnceItIsSeen() {
        Page page = FIXTURE.open("?view=stream&stream=gate-3&t=11000");
        EventStream events = FIXTURE.server().events();
        Awaitility.await().until(() -> events.listeners() == 1);
        List<String> ended = new CopyOnWriteArrayList<>();
        page.onRequestFailed(request -> ended.add(request.url()));
        visible(false);
        page.waitForCondition(() -> ended.contains(FIXTURE.server().address() + "api/v1/events"));
        events.send("match", CannedAnswers.match("m9", "gate-3", 1000, 2000, false));
        visible(true);
        assertThat(slider("Moment in the video")).hasAttribute("aria-valuemax", "40500");
    }

    private static void visible(boolean visible) {
        FIXTURE.page()
                .evaluate(
                        "hidden => { Object.defineProperty(document, 'hidden', {value: hidden,"
                                + " configurable: true}); document.dispatchEvent(new"
                                + " Event('visibilitychange')); }",
                        !visible);
    }

    @Test
    void aRefusedConnectionIsAskedAboutAndMadeAgain() {
        FIXTURE.server().fail("events", 503);
        FIXTURE.page().clock().install();
        Page page = FIXTURE.open("?view=stream&stream=gate-3&t=11000");
        Awaitility.await()
                .until(() -> Collections.frequency(FIXTURE.server().requests(), "GET me") == 2);
        FIXTURE.server().heal("events");
        page.clock().fastForward(6000);
        Awaitility.await().until(() -> FIXTURE.server().events().listeners() == 1);
    }

    @Test
    void aCameraShowsItsPictures() {
        Page page = FIXTURE.open("?view=stream&stream=gate-3&t=11000");
        assertThat(page.locator(".stage img"))
                .hasAttribute("src", Pattern.compile("picture\\?id=c2$"));
        assertThat(page.locator("video")).hasCount(0);
        assertThat(page.locator(".moment")).containsText("24 Nov 2026, 11:00:11.000 CET");
        EventStream events = FIXTURE.server().events();
        Awaitility.await().until(() -> events.listeners() == 1);
        events.send("match", CannedAnswers.match("m9", "gate-4", 1000, 2000, false));
        events.send("match", CannedAnswers.match("m9", "gate-3", 1000, 2000, false));
        assertThat(slider("Moment in the video")).hasAttribute("aria-valuemax", "41500");
        assertThat(page.locator(".moment")).containsText("24 Nov 2026, 11:00:11.000 CET");
    }

    @Test
    void aMomentOfACameraShowsItsOwnPictureAndThenThoseOfSamples() {
        Page page = FIXTURE.open("?text=a+cat");
        page.locator(".card a").nth(1).click();
        FIXTURE.heading("gate-3");
        Locator shown = page.locator(".stage img");
        assertThat(shown).hasAttribute("src", Pattern.compile("picture\\?id=s1-1$"));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Scenes 8")).click();
        page.locator(".entry").nth(5).click();
        assertThat(shown).hasAttribute("src", Pattern.compile("picture\\?id=c5$"));
        slider("Moment in the video").press("ArrowRight");
        assertThat(shown).hasAttribute("src", Pattern.compile("picture\\?id=k27$"));
        assertThat(page).hasURL(Pattern.compile("t=27158(?!.*shows=)"));
        assertThat(FIXTURE.server().requests())
                .contains("GET samples?stream=gate-3&epoch=0&from=0&to=66200&limit=240");
    }
}
