// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.query.MadePictures;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MomentSearchTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private final DragonFilm film = new DragonFilm();
    private final MemoryIndex index = film.index();
    private final MomentSearch search = film.search();

    private SearchAnswer ask(
            String text, List<String> not, String like, SampleFilter filter, long minScene)
            throws IOException {
        return search.search(
                Asking.text(text).not(not).like(like).in(filter).scenesFrom(minScene).request());
    }

    @Test
    void neighboursBecomeOneIntervalAndAGapSplits() throws IOException {
        SearchAnswer answer = film.ask("a dragon");
        assertThat(answer.standsOut()).isTrue();
        assertThat(answer.message()).isNull();
        assertThat(answer.moments().subList(0, 2))
                .extracting(m -> m.start().mediaMs(), m -> m.end().mediaMs())
                .containsExactlyInAnyOrder(tuple(30_000L, 39_000L), tuple(50_000L, 54_000L));
        Moment best = answer.moments().get(0);
        assertThat(best.id()).isEqualTo("a.mp4@" + best.peak().mediaMs() / 1000);
        assertThat(best.picture()).isEqualTo(best.id());
        assertThat(best.score()).isBetween(0.5, 1.0);
        assertThat(answer.moments())
                .extracting(Moment::cosine)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aCutSplits() throws IOException {
        index.with(MadeEvents.cut("a.mp4", 34_500));
        assertThat(film.ask("a dragon").moments())
                .extracting(m -> m.start().mediaMs(), m -> m.end().mediaMs(), m -> m.scene().id())
                .contains(
                        tuple(30_000L, 34_000L, "a.mp4#1"), tuple(35_000L, 39_000L, "a.mp4|34500"));
    }

    @Test
    void aWeakSampleInBetweenDoesNotSplit() throws IOException {
        index.with(MadeEvents.sample("a.mp4", 34, PICTURES.digest(), PICTURES.general(2)));
        assertThat(film.ask("a dragon").moments())
                .extracting(m -> m.start().mediaMs(), m -> m.end().mediaMs())
                .contains(tuple(30_000L, 39_000L));
    }

    private static void addParkingLot(MemoryIndex index) {
        float[] same = PICTURES.showing("a parking lot", 5);
        for (int i = 0; i < 100; i++) {
            index.with(MadeEvents.sample("b.mp4", i, PICTURES.digest(), same));
        }
    }

    @Test
    void whatIsNotThereGivesNothingAndSaysSo() throws IOException {
        MemoryIndex plain = new MemoryIndex();
        addParkingLot(plain);
        SearchAnswer answer =
                new MomentSearch(plain, PICTURES.models())
                        .search(SearchRequest.ofText("a baby in a crib"));
        assertThat(answer.standsOut()).isFalse();
        assertThat(answer.moments()).isEmpty();
        assertThat(answer.total()).isZero();
        assertThat(answer.searched()).isEqualTo(100);
        assertThat(answer.message()).contains("nothing stands out", "b.mp4", "score of 0.");
    }

    @Test
    void anEmptyIndexSaysThatItIsEmpty() throws IOException {
        SearchAnswer answer =
                new MomentSearch(new MemoryIndex(), PICTURES.models())
                        .search(SearchRequest.ofText("a dog"));
        assertThat(answer.message()).contains("no samples of the model sightline-mini");
        assertThat(answer.moments()).isEmpty();
    }

    @Test
    void pagesAreOfOneTotal() throws IOException {
        long total = film.ask("a dragon").total();
        assertThat(total).isGreaterThanOrEqualTo(2);
        SearchAnswer second = search.search(Asking.text("a dragon").page(2, 1).request());
        assertThat(second.total()).isEqualTo(total);
        assertThat(second.moments()).containsExactly(film.ask("a dragon").moments().get(1));
        SearchAnswer behind = search.search(Asking.text("a dragon").page(99, 20).request());
        assertThat(behind.moments()).isEmpty();
        assertThat(behind.standsOut()).isTrue();
    }

    @Test
    void negativesTakeOutWhatIsLikelierThem() throws IOException {
        PICTURES.addShowing(index, "toys.mp4", "a toy dragon", 0, 10);
        SampleFilter toys = SampleFilter.of("toys.mp4");
        assertThat(ask("a dragon", List.of(), null, toys, 0).moments()).isNotEmpty();
        assertThat(ask("a dragon", List.of("a toy dragon"), null, toys, 0).moments()).isEmpty();
        assertThat(
                        ask("a dragon", List.of("a toy dragon"), null, SampleFilter.of("a.mp4"), 0)
                                .moments())
                .isNotEmpty();
    }

    @Test
    void likeAMomentFindsOthersLikeItAndNotItself() throws IOException {
        SearchAnswer answer = ask(null, List.of(), "a.mp4@35", SampleFilter.ALL, 0);
        assertThat(answer.moments()).isNotEmpty();
        assertThat(answer.moments())
                .noneMatch(m -> m.start().mediaMs() <= 35_000 && m.end().mediaMs() >= 35_000);
        assertThat(answer.moments().get(0).start().mediaMs()).isEqualTo(50_000);
        SearchAnswer both = ask("a dragon", List.of(), "a.mp4@35", SampleFilter.ALL, 0);
        assertThat(both.moments().get(0).start().mediaMs()).isEqualTo(50_000);
    }

    @Test
    void filtersLeaveOutStreamsTimesAndShortScenes() throws IOException {
        index.with(MadeEvents.cut("a.mp4", 29_500), MadeEvents.cut("a.mp4", 49_500));
        assertThat(ask("a dragon", List.of(), null, SampleFilter.of("none.mp4"), 0).message())
                .isEqualTo("there is no stream none.mp4");
        SampleFilter late = new SampleFilter(Set.of(), null, null, 45_000, Long.MAX_VALUE);
        SearchAnswer answer = ask("a dragon", List.of(), null, late, 0);
        assertThat(answer.moments().get(0).start().mediaMs()).isEqualTo(50_000);
        assertThat(answer.searched()).isEqualTo(75);
        assertThat(ask("a dragon", List.of(), null, SampleFilter.ALL, 25_000).moments())
                .as("the scene from 29.5 to 49.5 s is shorter")
                .isNotEmpty()
                .allMatch(m -> m.scene().durationMs() >= 25_000);
    }

    private SearchAnswer askAnyway(String text, String like, SampleFilter filter)
            throws IOException {
        return search.search(Asking.text(text).like(like).in(filter).unfolded().anyway().request());
    }

    @Test
    void whatItIsLikeItselfDoesNotSayHowNearOthersHaveToBe() throws IOException {
        addParkingLot(index);
        float[] crib = PICTURES.models().model(null).text("a baby in a crib");
        index.with(MadeEvents.sample("b.mp4", 500, PICTURES.digest(), crib));
        SampleFilter place = SampleFilter.of("b.mp4");
        assertThat(ask(null, List.of(), "b.mp4@500", place, 0).message())
                .contains("nothing stands out");
        assertThat(askAnyway(null, "b.mp4@500", place).moments())
                .isNotEmpty()
                .noneMatch(moment -> moment.id().equals("b.mp4@500"));
    }

    @Test
    void theNearestAreShownIfTheyAreWantedAnyway() throws IOException {
        addParkingLot(index);
        index.with(MadeEvents.cut("b.mp4", 49_500));
        SampleFilter place = SampleFilter.of("b.mp4");
        SearchAnswer weak = ask("a baby in a crib", List.of(), null, place, 0);
        assertThat(weak.moments()).isEmpty();
        SearchAnswer anyway = askAnyway("a baby in a crib", null, place);
        assertThat(anyway.standsOut()).isFalse();
        assertThat(anyway.message()).isEqualTo(weak.message());
        assertThat(anyway.moments()).hasSize(2);
        assertThat(anyway.total()).isEqualTo(2);
        assertThat(askAnyway("a dragon", null, SampleFilter.ALL))
                .isEqualTo(film.askForAll("a dragon"))
                .matches(SearchAnswer::standsOut);
    }

    @Test
    void saysIfThereMayBeMoreThanWereLookedAt() throws IOException {
        assertThat(film.ask("a dragon").capped()).isFalse();
        float[] dragon = PICTURES.showing("a dragon", 5);
        for (int i = 0; i <= Candidates.MOST; i++) {
            index.with(MadeEvents.sample("gate", i, PICTURES.digest(), dragon));
        }
        assertThat(film.ask("a dragon").capped()).isTrue();
    }
}
