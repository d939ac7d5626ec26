// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, driven by Playwright. Neither loads anything from the network. The test of the
 * demo's page has it, too.
 */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one of this run of tests: starting it takes longer than most of them. */
    static Chromium shared(ExtensionContext extension) {
        return extension
                .getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, type -> start(), Chromium.class);
    }

    /** Starts one; skips the tests, and says why, on a machine without it. */
    public static Chromium start() {
        Path program = Path.of(System.getProperty("sightline.chromium", "/usr/bin/chromium"));
        boolean there = Files.isExecutable(program);
        if (!there) {
            System.err.println(
                    "The page is not tested: there is no " + program + " (-Dsightline.chromium)");
        }
        Assumptions.assumeTrue(there, "no Chromium at " + program);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--autoplay-policy=no-user-gesture-required"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** To open windows with. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
