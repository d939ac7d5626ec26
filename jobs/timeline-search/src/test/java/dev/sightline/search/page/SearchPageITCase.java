// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchPageITCase {

    @RegisterExtension static final PageFixture FIXTURE = new PageFixture();

    private static Locator cards() {
        return FIXTURE.page().locator(".card");
    }

    @Test
    void wordsBecomeMomentsAndTheAddressKeepsThem() {
        Page page = FIXTURE.open("");
        page.getByLabel("What to look for").fill("a cat");
        page.keyboard().press("Enter");
        FIXTURE.heading("30 moments");
        assertThat(cards()).hasCount(24);
        assertThat(cards().first())
                .containsText(Pattern.compile("0:00:01.200.*demo/reel.mp4.*0.97", Pattern.DOTALL));
        assertThat(cards().nth(1)).containsText("24 Nov 2026, 11:00:06.200 CET ± 40 ms");
        assertThat(page).hasURL(Pattern.compile("\\?text=a\\+cat$"));
        page.goBack();
        FIXTURE.heading("Find the moment");
        assertThat(page.getByLabel("What to look for")).hasValue("");
    }

    @Test
    void pagesAreTurned() {
        FIXTURE.open("?text=anything");
        FIXTURE.heading("At least 30 moments");
        FIXTURE.button("Next").click();
        assertThat(cards()).hasCount(6);
        assertThat(FIXTURE.server().requests()).anyMatch(asked -> asked.contains("page=2"));
    }

    @Test
    void filtersAreAskedForAndTakenAway() {
        Page page = FIXTURE.open("?text=a+cat");
        page.getByLabel("Not", new Page.GetByLabelOptions().setExact(true)).fill("a toy cat");
        page.keyboard().press("Enter");
        FIXTURE.button("Remove a toy cat").waitFor();
        page.getByLabel("From").fill("0:01:30");
        page.keyboard().press("Enter");
        page.getByLabel("Scene at least").fill("2");
        page.keyboard().press("Enter");
        Locator checkbox = page.getByLabel("similar ones, too");
        assertThat(checkbox.boundingBox().height).as("as small as its words").isLessThan(20);
        page.getByLabel("of each video").check();
        assertThat(page).hasURL(Pattern.compile("per=video"));
        FIXTURE.heading("30 moments");
        assertThat(FIXTURE.server().requests())
                .contains(
                        "GET search?text=a+cat&not=a+toy+cat&from=90000ms&minScene=2000ms&per=video"
                                + "&page=1&pageSize=24");
        FIXTURE.button("Clear filters").click();
        assertThat(page).hasURL(Pattern.compile("\\?text=a\\+cat$"));
    }

    @Test
    void similarOnesAreOnlyOneKeyAway() {
        Page page = FIXTURE.open("?text=a+cat&per=video&page=2");
        FIXTURE.heading("30 moments");
        cards().nth(1).getByRole(AriaRole.LINK).filter(named("+1 similar")).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("\\?text=a\\+cat&per=video&fold=false$"));
        assertThat(cards()).hasCount(24);
        assertThat(FIXTURE.server().requests())
                .contains("GET search?text=a+cat&per=video&fold=false&page=1&pageSize=24");
        assertThat(page.getByText("similar").and(page.locator("a"))).hasCount(0);
        page.getByLabel("similar ones, too").uncheck();
        assertThat(page).hasURL(Pattern.compile("\\?text=a\\+cat&per=video$"));
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void aTimeThatIsNoneIsTold() {
        Page page = FIXTURE.open("?text=a+cat");
        page.getByLabel("From").fill("tomorrow");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT).filter(named("no time")))
                .containsText("“tomorrow” is no time");
    }

    @Test
    void thatNothingStandsOutIsSaid() {
        Page page = FIXTURE.open("?text=a+unicorn");
        assertThat(page.locator(".empty")).containsText("The best score is 0.21");
        assertThat(cards()).hasCount(0);
        page.getByText("Show the nearest anyway").click();
        FIXTURE.heading("Nothing stands out");
        assertThat(page.locator(".empty")).containsText("The best score is 0.21");
        assertThat(cards()).hasCount(24);
        page.getByLabel("What to look for").fill("nothing at all");
        FIXTURE.button("Search").click();
        assertThat(page.locator(".empty")).containsText("There are no samples");
        assertThat(cards()).hasCount(0);
    }

    @Test
    void aFailureIsToldAndCanBeTriedAgain() {
        FIXTURE.server().fail("search", 503);
        Page page = FIXTURE.open("?text=a+cat");
        assertThat(page.locator(".problem")).containsText("The index is busy");
        FIXTURE.server().heal("search");
        FIXTURE.button("Try again").click();
        FIXTURE.heading("30 moments");
    }

    @Test
    void moreLikeThisAsksForTheMoment() {
        Page page = FIXTURE.open("?text=a+cat");
        cards().first().getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(Pattern.compile("\\?like=s1-0$"));
        FIXTURE.heading("30 moments");
        assertThat(FIXTURE.server().requests()).contains("GET search?like=s1-0&page=1&pageSize=24");
        FIXTURE.button("Remove Like this moment").click();
        FIXTURE.heading("Find the moment");
    }

    @Test
    void aPictureIsSearchedWithAndOneThatIsTooLargeIsRefused() {
        Page page = FIXTURE.open("");
        Locator file = page.locator("input[type=file]");
        file.setInputFiles(new FilePayload("huge.png", "image/png", new byte[9 << 20]));
        assertThat(page.locator("#search-wrong")).containsText("larger than 8 MiB");
        file.setInputFiles(new FilePayload("cat.jpg", "image/jpeg", DrawnPictures.jpeg("cat")));
        FIXTURE.heading("30 moments");
        assertThat(page.locator(".chosen")).containsText("cat.jpg");
        assertThat(FIXTURE.server().requests()).contains("POST search multipart/form-data");
        page.getByText("Export").click();
        Download saved = page.waitForDownload(() -> FIXTURE.button("CSV table").click());
        assertThat(saved.suggestedFilename()).isEqualTo("sightline.csv");
        FIXTURE.server().fail("export", 503);
        FIXTURE.button("JSON").click();
        assertThat(page.locator(".menu .wrong")).containsText("Try again in a minute");
        page.reload();
        assertThat(page.locator(".problem")).containsText("was not kept");
    }

    @Test
    void anExportIsSavedOrSaysWhyNot() {
        Page page = FIXTURE.open("?text=a+cat");
        page.getByText("Export").click();
        Locator link = page.getByRole(AriaRole.LINK).filter(named("CSV table"));
        assertThat(page.waitForDownload(link::click).suggestedFilename())
                .isEqualTo("sightline.csv");
        FIXTURE.server().fail("export", 400);
        link.click();
        assertThat(page.locator(".menu .wrong")).containsText("Try again in a minute");
        FIXTURE.server().heal("export");
        page.waitForDownload(link::click);
        assertThat(page.locator(".menu .wrong")).isHidden();
    }

    @Test
    void hostileTextsStayText() {
        Page page = FIXTURE.open("?text=hostile");
        assertThat(cards().nth(3)).containsText(CannedAnswers.HOSTILE);
        page.getByLabel("What to look for").fill(CannedAnswers.HOSTILE);
        FIXTURE.button("Search").click();
        FIXTURE.heading("30 moments");
        FIXTURE.open("?view=alerts");
        assertThat(page.locator(".alert").nth(1)).containsText(CannedAnswers.HOSTILE);
        assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }

    @Test
    void theKeyboardReachesTheContentAndTheBox() {
        Page page = FIXTURE.open("?text=a+cat");
        FIXTURE.heading("30 moments");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("/");
        assertThat(page.getByLabel("What to look for")).isFocused();
    }

    @Test
    void theDarkIsDark() {
        String colour = "getComputedStyle(document.body).backgroundColor";
        assertThat(FIXTURE.open("").evaluate(colour)).isEqualTo("rgb(246, 247, 249)");
        FIXTURE.window(1280, 900, ColorScheme.DARK);
        assertThat(FIXTURE.open("").evaluate(colour)).isEqualTo("rgb(17, 19, 24)");
    }
}
