// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of the page on the narrowest phone and on a wide screen. With {@code
 * -Dsightline.screenshots=FOLDER} it also leaves pictures of them to look at.
 */
class PageStatesITCase {

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static final String[][] STATES = {
        {"welcome", "", "Find the moment"},
        {"results", "?text=a+cat&not=a+toy+cat&stream=demo%2Freel.mp4", "30 moments"},
        {"like", "?like=s1-3", "30 moments"},
        {"weak", "?text=a+unicorn", "Nothing stands out"},
        {"empty", "?text=nothing+at+all", "Nothing found"},
        {"hostile", "?text=hostile", "30 moments"},
        {"streams", "?view=streams", "Streams"},
        {"stream", "?view=stream&stream=demo%2Freel.mp4&t=2500&text=a+cat", "demo/reel.mp4"},
        {"camera", "?view=stream&stream=gate-3&t=11000", "gate-3"},
        {"alerts", "?view=alerts", "Alerts"},
        {"live", "?view=live", "Live"},
    };

    @ParameterizedTest
    @CsvSource({"320, 720, LIGHT", "1400, 900, DARK", "360, 740, DARK", "1400, 900, LIGHT"})
    void nothingReachesBeyondTheScreen(int width, int height, ColorScheme scheme) {
        FIXTURE.window(width, height, scheme);
        for (String[] state : STATES) {
            if (!screenshots() && width == 360) {
                continue;
            }
            Page page = FIXTURE.open(state[1]);
            FIXTURE.heading(state[2]);
            if (state[0].startsWith("stream") || screenshots()) {
                page.waitForLoadState(screenshots() ? LoadState.NETWORKIDLE : LoadState.LOAD);
            }
            picture(page, state[0] + "-" + width + "-" + scheme.name().toLowerCase());
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(state[0])
                    .isEqualTo(width);
        }
    }

    private static boolean screenshots() {
        return System.getProperty("sightline.screenshots") != null;
    }

    private static void picture(Page page, String name) {
        if (screenshots()) {
            Path folder = Path.of(System.getProperty("sightline.screenshots"));
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(!name.startsWith("results")));
        }
    }
}
