// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.query.MadePictures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks like something better is left out, and what only seems so is not. */
class FoldedMomentsTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private final DragonFilm film = new DragonFilm();
    private final MemoryIndex index = film.index();

    @Test
    void copiesOfAShotAreFolded() throws IOException {
        PICTURES.addGeneral(index, "copy.mp4", 0, 120);
        for (int i = 30; i < 40; i++) {
            float[] vector = PICTURES.showing("a dragon", 1030 + 7 * (i - 30));
            index.with(MadeEvents.sample("copy.mp4", i, PICTURES.digest(), vector));
        }
        SearchAnswer overall = film.ask("a dragon");
        assertThat(overall.moments()).extracting(m -> m.stream().streamId()).contains("a.mp4");
        assertThat(overall.moments())
                .as("only one of the copies")
                .filteredOn(m -> m.start().mediaMs() == 30_000)
                .hasSize(1)
                .first()
                .extracting(Moment::similar)
                .isEqualTo(1);
        assertThat(film.askForAll("a dragon").moments())
                .as("both, each as it is")
                .filteredOn(m -> m.start().mediaMs() == 30_000)
                .hasSize(2)
                .allMatch(m -> m.similar() == 0);
    }

    @Test
    void theSamePictureInAShotOfAnotherLengthIsNoCopy() throws IOException {
        float[] dragon = PICTURES.showing("a dragon", 1030);
        index.with(
                MadeEvents.sample("b.mp4", 0, PICTURES.digest(), dragon),
                MadeEvents.sample("a.mp4", 30, PICTURES.digest(), dragon));
        assertThat(film.ask("a dragon").moments())
                .extracting(m -> m.stream().streamId())
                .contains("a.mp4", "b.mp4");
    }

    /** A camera that sees the same all the time, with two scenes that are none. */
    private void stand(String camera, int seconds) {
        float[] dragon = PICTURES.showing("a dragon", 5);
        for (int i = 0; i < seconds; i++) {
            index.with(MadeEvents.sample(camera, i, PICTURES.digest(), dragon));
        }
        index.with(MadeEvents.cut(camera, 20_500), MadeEvents.cut(camera, 40_500));
    }

    private List<Moment> of(String streamId) throws IOException {
        return film.ask("a dragon").moments().stream()
                .filter(moment -> moment.stream().streamId().equals(streamId))
                .toList();
    }

    @Test
    void whatACameraShowsAllTheTimeIsFolded() throws IOException {
        stand("gate", 60);
        assertThat(of("gate")).hasSize(1).allMatch(moment -> moment.similar() == 2);
        assertThat(film.askForAll("a dragon").moments())
                .filteredOn(moment -> moment.stream().streamId().equals("gate"))
                .hasSize(3);
    }

    @Test
    void whatComesBackAfterSomethingElseIsShownAgain() throws IOException {
        stand("gate", 60);
        index.with(MadeEvents.sample("gate", 30, PICTURES.digest(), PICTURES.general(2)));
        assertThat(of("gate"))
                .extracting(m -> m.start().mediaMs(), Moment::similar)
                .containsExactlyInAnyOrder(tuple(0L, 1), tuple(41_000L, 0));
    }

    @Test
    void whatIsFarAwayIsShownAgain() throws IOException {
        stand("gate", 15 * 60);
        index.with(MadeEvents.cut("gate", 700_000));
        assertThat(of("gate"))
                .extracting(m -> m.start().mediaMs(), Moment::similar)
                .contains(tuple(700_000L, 0));
    }

    @Test
    void theBestOfEachStreamIsShownEvenIfTheyLookTheSame() throws IOException {
        float[] dragon = PICTURES.showing("a dragon", 5);
        index.with(
                MadeEvents.sample("b.mp4", 0, PICTURES.digest(), dragon),
                MadeEvents.sample("c.mp4", 0, PICTURES.digest(), dragon));
        SearchAnswer answer =
                film.search().search(Asking.text("a dragon").bestOfEachStream().request());
        assertThat(answer.moments())
                .extracting(m -> m.stream().streamId())
                .containsExactlyInAnyOrder("a.mp4", "b.mp4", "c.mp4");
        assertThat(answer.total()).isEqualTo(3);
    }
}
