// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamPageITCase {

    private static final String REEL = "?view=stream&stream=demo/reel.mp4&text=a+cat&t=2500";
    private static final Offset<Double> FRAME = Offset.offset(0.1);

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static Locator slider(String name) {
        return FIXTURE.page().getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator alerts() {
        return FIXTURE.page().locator("#reading-alerts");
    }

    private static double second() {
        Page page = FIXTURE.page();
        page.waitForFunction(
                "() => { const v = document.getElementById('video');"
                        + " return v && v.readyState > 1 && !v.seeking && v.currentTime > 0; }");
        return ((Number) page.evaluate("document.getElementById('video').currentTime"))
                .doubleValue();
    }

    @Test
    void aMomentThatWasFoundIsPlayed() {
        Page page = FIXTURE.open("?text=a+cat");
        page.locator(".card a").first().click();
        FIXTURE.heading("demo/reel.mp4");
        assertThat(second()).isCloseTo(1.2, FRAME);
        assertThat(page.locator(".moment")).containsText("0:00:01.200");
        page.goBack();
        FIXTURE.heading("30 moments");
    }

    @Test
    void chaptersAndCuesAreReadFromTheTracks() {
        Page page = FIXTURE.open(REEL);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Chapters 8")).click();
        assertThat(
                        page.evaluate(
                                "[...document.getElementById('video').textTracks].map(t =>"
                                        + " t.cues.length)"))
                .isEqualTo(List.of(8, 2));
        assertThat(page.locator(".now")).hasText("a cat");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Scene 3")).click();
        page.waitForFunction("() => document.getElementById('video').currentTime === 10");
        assertThat(page.locator(".moment")).containsText("0:00:10.000");
    }

    @Test
    void theKeyboardMovesAndZooms() {
        Page page = FIXTURE.open(REEL);
        Locator moment = slider("Moment in the video");
        moment.focus();
        page.keyboard().press("Home");
        assertThat(moment).hasAttribute("aria-valuetext", "0:00:00.000");
        page.keyboard().press("End");
        assertThat(moment).hasAttribute("aria-valuetext", "0:00:39.500");
        page.keyboard().press("Home");
        page.keyboard().press("+");
        page.keyboard().press("+");
        assertThat(page.locator(".tools output")).hasText("0:00:00 to 0:00:09");
        assertThat(page).hasURL(Pattern.compile("start=0&end=9875"));
        page.keyboard().press("ArrowRight");
        assertThat(moment).hasAttribute("aria-valuetext", "0:00:00.165");
        page.keyboard().press("PageDown");
        assertThat(page.locator(".tools output")).hasText("0:00:07 to 0:00:17");
        page.keyboard().press("0");
        assertThat(page.locator(".tools output")).hasText("0:00:00 to 0:00:39");
    }

    @Test
    void theWheelZoomsWhereThePointerIsAndATouchSeeks() {
        Page page = FIXTURE.open(REEL);
        BoundingBox box = slider("Moment in the video").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + 50);
        page.mouse().wheel(0, -600);
        assertThat(page.locator(".tools output")).hasText("0:00:11 to 0:00:27");
        page.mouse().down();
        page.mouse().up();
        assertThat(page.locator(".moment")).containsText("0:00:19.750");
    }

    @Test
    void theThresholdSaysAtOnceHowManyAlertsItGives() {
        Page page = FIXTURE.open(REEL);
        assertThat(alerts()).hasText("4,375");
        Locator threshold = slider("Threshold of the alert");
        BoundingBox box = threshold.boundingBox();
        page.mouse().move(box.x + 100, box.y + box.height / 2);
        page.mouse().down();
        page.mouse()
                .move(
                        box.x + 100,
                        box.y + box.height / 2 - 30,
                        new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(alerts()).hasText("2,187");
        assertThat(page.locator(".reading"))
                .containsText(Pattern.compile("expected\\s*about 0\\.1"));
        threshold.focus();
        page.keyboard().press("End");
        assertThat(alerts()).hasText("0");
        assertThat(page).hasURL(Pattern.compile("threshold=1&"));
        FIXTURE.button("1").click();
        assertThat(alerts()).hasText("4,375");
    }

    @Test
    void alertsFollowTheRulesOfTheJob() {
        Page page = FIXTURE.open("");
        Object told =
                page.evaluate(
                        "async () => { const {alerts} = await import('./page/js/curve.js'); const"
                                + " at = (ms, score) => [ms, score, 0]; const points = [at(0, 0.9),"
                                + " at(1000, 0.1), at(2000, 0.9), at(3000, 0.9), at(4000, 0.1),"
                                + " at(12000, 0.8), at(13000, 0.5), at(40000, 0.9), at(43000, 0.9)];"
                                + " return alerts(points, 1000, 0.5).map(({startMs, endMs}) =>"
                                + " ({startMs, endMs})); }");
        assertThat(told)
                .as("too short; two joined within the cooldown; a hole that splits what is left")
                .isEqualTo(List.of(Map.of("startMs", 2000, "endMs", 14000)));
    }

    @Test
    void aThinnedCurveTellsOnlyOfWhatLasts() {
        Page page = FIXTURE.open("");
        Object told =
                page.evaluate(
                        "async () => { const {alerts} = await import('./page/js/curve.js'); const"
                                + " points = [[0, 0.9, 0, 0.2], [30000, 0.9, 0, 0.8], [60000, 0.1,"
                                + " 0, 0.1]]; return alerts(points, 30000, 0.5).map(({startMs}) =>"
                                + " startMs); }");
        assertThat(told).isEqualTo(List.of(30_000));
    }

    @Test
    void aFileWhoseClockBeginsElsewhereIsShownRight() {
        Page page = FIXTURE.open("?view=stream&stream=yard/north/cam-12&t=2000");
        assertThat(second()).isCloseTo(2.4, FRAME);
        assertThat(page.locator(".moment")).containsText("0:00:02.000");
        page.waitForFunction(
                "() => document.getElementById('video').textTracks[0].cues?.[1]?.startTime ==="
                        + " 5.4");
    }

    @Test
    void aTimelineThatFailsCanBeTriedAgain() {
        FIXTURE.server().fail("timeline", 500);
        Page page = FIXTURE.open(REEL);
        assertThat(page.locator(".problem")).containsText("The index is busy");
        FIXTURE.server().heal("timeline");
        FIXTURE.button("Try again").click();
        FIXTURE.heading("demo/reel.mp4");
        assertThat(page.locator(".drawing svg")).isVisible();
    }
}
