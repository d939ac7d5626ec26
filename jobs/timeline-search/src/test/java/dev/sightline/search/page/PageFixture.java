// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for all classes, one server for a class, one fresh window for each test. After each
 * test the console has to be free of errors: whatever the page's policy forbids is told of there.
 */
final class PageFixture
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final int PATIENCE_MS = 10_000;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private PageServer server;
    private BrowserContext usual;
    private BrowserContext special;
    private Page page;

    @Override
    public void beforeAll(ExtensionContext extension) {
        chromium = Chromium.shared(extension);
        server = new PageServer();
        usual = context(1280, 900, ColorScheme.LIGHT);
    }

    @Override
    public void beforeEach(ExtensionContext extension) {
        server.reset();
        usual.clearCookies();
        watch(usual.newPage());
    }

    /** Replaces the window by one of another size and colour scheme. */
    void window(int width, int height, ColorScheme scheme) {
        page.close();
        special = context(width, height, scheme);
        watch(special.newPage());
    }

    private BrowserContext context(int width, int height, ColorScheme scheme) {
        BrowserContext context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setColorScheme(scheme)
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setLocale("en-GB")
                                        .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context;
    }

    private void watch(Page opened) {
        page = opened;
        errors.clear();
        page.onPageError(errors::add);
        page.onConsoleMessage(
                message -> {
                    // The browser itself tells of every answer that is a refusal.
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load")) {
                        errors.add(message.text());
                    }
                });
    }

    PageServer server() {
        return server;
    }

    Page page() {
        return page;
    }

    /** Opens the page with a query. */
    Page open(String query) {
        page.navigate(server.address() + query);
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits for a heading. */
    void heading(String name) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .waitFor();
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        List<String> told = List.copyOf(errors);
        page.close();
        if (special != null) {
            special.close();
            special = null;
        }
        assertThat(told).as("errors in the console").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        if (server != null) {
            usual.close();
            server.close();
        }
    }
}
