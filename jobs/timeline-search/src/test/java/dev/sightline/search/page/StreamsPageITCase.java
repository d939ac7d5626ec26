// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Collections;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of streams. */
class StreamsPageITCase {

    private static final String REMOVE = "Remove gate-3 from the index";
    private static final String REMOVED = "DELETE streams?stream=gate-3";
    private static final String LISTED = "GET streams?page=1&pageSize=50";

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    @Test
    void streamsAreListedFoundAndOpened() {
        Page page = FIXTURE.open("?view=streams");
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.getByText("4 streams")).isVisible();
        page.getByLabel("Name of the stream").fill("gate");
        FIXTURE.button("Find").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.getByText("1 stream", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("gate-3")).click();
        FIXTURE.heading("gate-3");
        page.getByText("Export").click();
        assertThat(
                        page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("EDL, CMX 3600")))
                .hasAttribute("href", "./api/v1/export?format=edl&stream=gate-3&epoch=0");
    }

    @Test
    void aStreamIsRemovedFromTheIndexAfterAQuestion() {
        Page page = FIXTURE.open("?view=streams");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        FIXTURE.button(REMOVE).click();
        assertThat(dialog).containsText("All that the index has of gate-3 is deleted");
        FIXTURE.button("Keep it").click();
        assertThat(dialog).isHidden();
        assertThat(FIXTURE.server().requests()).doesNotContain(REMOVED);
        FIXTURE.button(REMOVE).click();
        FIXTURE.button("Remove").click();
        assertThat(dialog).isHidden();
        assertThat(page.locator("#polite")).containsText("gate-3 removed");
        assertThat(FIXTURE.server().requests()).contains(REMOVED);
        // The list is asked for anew.
        Awaitility.await()
                .until(() -> Collections.frequency(FIXTURE.server().requests(), LISTED) == 2);
    }

    @Test
    void aRefusalToRemoveAStreamIsToldWhereItWasAskedFor() {
        Page page = FIXTURE.open("?view=streams");
        FIXTURE.button(REMOVE).click();
        FIXTURE.server().fail("streams", 503);
        FIXTURE.button("Remove").click();
        assertThat(page.getByRole(AriaRole.DIALOG).locator(".problem"))
                .containsText("The index is busy");
        FIXTURE.server().heal("streams");
        FIXTURE.button("Remove").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void aViewerRemovesNoStream() {
        FIXTURE.server().role("viewer");
        Page page = FIXTURE.open("?view=streams");
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(FIXTURE.button(REMOVE)).hasCount(0);
    }
}
