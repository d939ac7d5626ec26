// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of the page on the narrowest phone. With {@code -Dsightline.screenshots=FOLDER} it
 * looks at more sizes, light and dark, and leaves pictures of them to look at.
 */
class PageStatesITCase {

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static final String FOLDER = System.getProperty("sightline.screenshots");
    private static final String STREAM = "?view=stream&stream=demo/reel.mp4&t=2500&text=a+cat";

    private static final String[][] STATES = {
        {"welcome", "", "Find the moment"},
        {"results", "?text=a+cat&not=a+toy+cat&stream=demo/reel.mp4", "30 moments"},
        {"like", "?like=s1-3", "30 moments"},
        {"weak", "?text=a+unicorn", "Nothing stands out"},
        {"empty", "?text=nothing+at+all", "Nothing stands out"},
        {"hostile", "?text=hostile", "30 moments"},
        {"streams", "?view=streams", "Streams"},
        {"stream", STREAM, "demo/reel.mp4"},
        {"camera", "?view=stream&stream=gate-3&t=11000", "gate-3"},
        {"alerts", "?view=alerts", "Alerts"},
        {"live", "?view=live", "Live"},
    };

    record Screen(int width, int height, ColorScheme scheme) {}

    static Stream<Screen> screens() {
        Screen narrowest = new Screen(320, 720, ColorScheme.LIGHT);
        return FOLDER == null
                ? Stream.of(narrowest)
                : Stream.of(
                        narrowest,
                        new Screen(360, 740, ColorScheme.DARK),
                        new Screen(1400, 900, ColorScheme.LIGHT),
                        new Screen(1400, 900, ColorScheme.DARK));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingReachesBeyondTheScreen(Screen screen) {
        FIXTURE.window(screen.width(), screen.height(), screen.scheme());
        for (String[] state : STATES) {
            FIXTURE.open(state[1]);
            FIXTURE.heading(state[2]);
            check(state[0], screen);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatOpensFitsTheScreen(Screen screen) {
        FIXTURE.window(screen.width(), screen.height(), screen.scheme());
        Page page = FIXTURE.open(STREAM);
        page.getByText("Export").click();
        check("export", screen);
        FIXTURE.button("Zoom in").click();
        FIXTURE.button("Zoom in").click();
        FIXTURE.button("Make this an alert").click();
        FIXTURE.button("Back-test").click();
        FIXTURE.button("Arm the alert").waitFor();
        check("dialog", screen);
        FIXTURE.server().fail("timeline", 503);
        FIXTURE.open(STREAM);
        page.locator(".problem").waitFor();
        check("problem", screen);
        FIXTURE.open("?view=live");
        assertThat(page.locator(".heading .badge")).hasText("connected");
        for (int number = 0; number < 3; number++) {
            FIXTURE.server()
                    .events()
                    .send(
                            "match",
                            CannedAnswers.match(
                                    "m" + number, CannedAnswers.HOSTILE, 0, 9, number == 2));
        }
        page.locator(".event").nth(2).waitFor();
        check("events", screen);
        FIXTURE.server().askFor("s3cret");
        FIXTURE.open("");
        page.getByText("Whoever runs this service").waitFor();
        check("login", screen);
    }

    private static void check(String state, Screen screen) {
        Page page = FIXTURE.page();
        if (FOLDER != null) {
            page.waitForLoadState(state.equals("live") ? LoadState.LOAD : LoadState.NETWORKIDLE);
            String scheme = screen.scheme().name().toLowerCase(Locale.ROOT);
            Path picture = Path.of(FOLDER, "%s-%d-%s.png".formatted(state, screen.width(), scheme));
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(state)
                .isEqualTo(screen.width());
    }
}
