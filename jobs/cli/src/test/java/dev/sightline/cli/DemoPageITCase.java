// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sightline.search.page.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page that a demo leaves, in a browser, as its user looks at it. */
class DemoPageITCase {

    private static final int PATIENCE_MS = 20_000;

    /** By the script that made the reel, which begins and ends with the cat; in seconds. */
    private static final double FIRST_CAT_ENDS = 5;

    private static final double LAST_CAT_BEGINS = 35;

    /** The scenes that the job finds in the reel. */
    private static final int SCENES = 8;

    /** Of 255; between the reel's scenes it is at least twice that. */
    private static final double SMALL_DIFFERENCE = 15;

    /** Between the video's picture and another, on average, when both are looked at from afar. */
    private static final String DIFFERENCE =
            """
            async address => {
              const seen = (shown) => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [16, 9];
                const context = canvas.getContext('2d');
                context.drawImage(shown, 0, 0, 16, 9);
                return context.getImageData(0, 0, 16, 9).data;
              };
              const other = new Image();
              other.src = address;
              await other.decode();
              const [one, two] = [seen(document.getElementById('video')), seen(other)];
              const sum = one.reduce((all, value, at) => all + Math.abs(value - two[at]), 0);
              return sum / (16 * 9 * 3); // how opaque they are never differs
            }
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static Chromium chromium;
    private static KeptDemo demo;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeAll
    static void runTheDemo() throws Exception {
        chromium = Chromium.start();
        demo = KeptDemo.start(folder);
        demo.awaitEnd();
    }

    @AfterAll
    static void stopWhatItLeft() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.stop();
        }
    }

    @BeforeEach
    void openThePage() throws Exception {
        page = chromium.browser().newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(errors::add);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        errors.add(message.text());
                    }
                });
        page.navigate(demo.address());
    }

    @AfterEach
    void nothingIsWrongInTheConsole() {
        page.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void theVideoPlaysAtTheCatThatWasFound() {
        String picture = openTheCat();
        double begun = second();
        assertThat(begun).matches(DemoPageITCase::showsTheCat, "within a scene of the cat");
        assertThat(differenceTo(picture)).isLessThan(SMALL_DIFFERENCE);
        String coffee = (String) page.locator(".entry img").nth(1).evaluate("it => it.src");
        assertThat(differenceTo(coffee)).isGreaterThan(2 * SMALL_DIFFERENCE);
        page.evaluate("document.getElementById('video').play()");
        page.waitForFunction(
                "begun => document.getElementById('video').currentTime > begun + 0.5", begun);
        assertThat(page.evaluate("document.getElementById('video').error")).isNull();
    }

    @Test
    void itsChaptersAreTheScenes() {
        openTheCat();
        second();
        tab("Chapters " + SCENES).click();
        assertThat(page.locator(".entry")).hasCount(SCENES);
        Object starts =
                page.evaluate(
                        "[...document.getElementById('video').textTracks[0].cues]"
                                + ".map(cue => cue.startTime)");
        assertThat(starts)
                .asInstanceOf(InstanceOfAssertFactories.list(Number.class))
                .hasSize(SCENES)
                .map(Number::doubleValue)
                .contains(0.0, FIRST_CAT_ENDS, LAST_CAT_BEGINS);
    }

    @Test
    void aMomentBecomesAnAlert() {
        openTheCat();
        button("Make this an alert").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("my-cat");
        button("Back-test").click();
        assertThat(dialog).containsText("It would have matched 2 times");
        button("Arm the alert").click();
        dialog.getByText("See the alerts").click();
        Locator alert = page.locator(".alert").filter(having("my-cat"));
        // The job has ended: whoever starts one next is asked.
        assertThat(alert).containsText("not answered yet");
    }

    @Test
    void theLiveViewIsConnected() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Live")).click();
        assertThat(page.locator(".heading .badge")).hasText("connected");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static boolean showsTheCat(double second) {
        return second < FIRST_CAT_ENDS || second > LAST_CAT_BEGINS;
    }

    /** Searches it and follows the best moment; returns the address of the picture shown of it. */
    private String openTheCat() {
        page.getByLabel("What to look for").fill("a cat");
        page.keyboard().press("Enter");
        Locator moment = page.locator(".card a").first();
        String picture = (String) moment.locator("img").evaluate("it => it.src");
        moment.click();
        return picture;
    }

    /** Waits until the video shows the moment; returns its second. */
    private double second() {
        page.waitForFunction(
                "() => { const v = document.getElementById('video');"
                        + " return v && v.readyState >= 2 && !v.seeking && v.currentTime > 0; }");
        return ((Number) page.evaluate("document.getElementById('video').currentTime"))
                .doubleValue();
    }

    private double differenceTo(String picture) {
        return ((Number) page.evaluate(DIFFERENCE, picture)).doubleValue();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}
