// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.at;
import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.sample;
import static dev.sightline.search.index.Generated.unit;
import static dev.sightline.search.index.Generated.withoutWall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactSearchTest {

    private static final String MODEL = "sha256:one";
    private static final int DIMENSION = 30;

    @TempDir private Path folder;
    private final Random random = new Random(7);
    private final List<IndexedSample> samples = new ArrayList<>();
    private LuceneTimelineIndex index;

    @BeforeEach
    void open() throws IOException {
        index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void add(int count, int batch) throws IOException {
        List<TimelineEvent> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "s" + samples.size();
            float[] vector = unit(random, DIMENSION);
            // Some far longer or shorter components, as real models have.
            vector[3] *= random.nextInt(20) == 0 ? 8 : 1;
            var time = i % 3 == 0 ? withoutWall(i * 500L) : at(i * 500L);
            IndexedSample sample =
                    sample(id, camera("camera " + i % 5, 1 + i / 450), MODEL, time, vector);
            samples.add(sample);
            written.add(sample);
            if (written.size() == batch) {
                index.write(written, Map.of());
                written.clear();
            }
        }
        index.write(written, Map.of());
    }

    private List<String> scan(float[] query, Predicate<IndexedSample> filter, int limit) {
        return samples.stream()
                .filter(filter)
                .map(sample -> new ScoredSample(sample, dot(query, sample.sample().vector())))
                .sorted(
                        Comparator.comparingDouble(ScoredSample::cosine)
                                .reversed()
                                .thenComparing(scored -> scored.sample().id()))
                .limit(limit)
                .map(scored -> scored.sample().id())
                .toList();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static List<String> ids(List<ScoredSample> found) {
        return found.stream().map(scored -> scored.sample().id()).toList();
    }

    @Test
    void findsWhatAScanOfTheFloatsFinds() throws IOException {
        add(9_000, 900);

        for (int limit : new int[] {1, 7, 100, 9_500}) {
            float[] query = unit(random, DIMENSION);
            assertThat(ids(index.nearest(MODEL, query, SampleFilter.ALL, limit)))
                    .isEqualTo(scan(query, sample -> true, limit));
        }
    }

    @Test
    void findsTheNearestWhereAllAreNearlyAlike() throws IOException {
        float[] common = unit(random, DIMENSION);
        for (int i = 0; i < 6_000; i++) {
            float[] vector = unit(random, DIMENSION);
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] = common[d] + 0.02f * vector[d];
            }
            samples.add(sample("n" + i, camera("a", 1), MODEL, at(i * 1_000L), vector));
        }
        index.write(List.copyOf(samples), Map.of());

        assertThat(ids(index.nearest(MODEL, common, SampleFilter.ALL, 30)))
                .isEqualTo(scan(common, sample -> true, 30));
    }

    @Test
    void comparesWithTheStoredVectors() throws IOException {
        add(500, 100);
        float[] query = unit(random, DIMENSION);

        for (ScoredSample found : index.nearest(MODEL, query, SampleFilter.ALL, 10)) {
            IndexedSample stored = samples.get(Integer.parseInt(found.sample().id().substring(1)));
            assertThat(found.sample().sample().vector()).isEqualTo(stored.sample().vector());
            assertThat(found.sample().stream()).isEqualTo(stored.stream());
            assertThat(found.sample().sample().time()).isEqualTo(stored.sample().time());
            assertThat(found.cosine())
                    .isCloseTo(dot(query, stored.sample().vector()), within(1e-12));
        }
    }

    @Test
    void ofEquallyNearSamplesTakesTheSmallerIds() throws IOException {
        float[] same = unit(random, DIMENSION);
        for (int i = 9; i > 0; i--) {
            index.write(
                    List.of(sample("t" + i, camera("a", 1), MODEL, at(i), same.clone())), Map.of());
        }

        assertThat(ids(index.nearest(MODEL, same, SampleFilter.ALL, 4)))
                .containsExactly("t1", "t2", "t3", "t4");
    }

    @Test
    void filtersByStreamWallTimeAndMediaTime() throws IOException {
        add(6_000, 700);
        Instant from = Generated.START.plusSeconds(500);
        Instant to = Generated.START.plusSeconds(900);
        float[] query = unit(random, DIMENSION);

        Set<String> streams = Set.of("camera 1", "camera 4");
        assertThat(found(query, new SampleFilter(streams, null, null, 0, Long.MAX_VALUE)))
                .isEqualTo(scan(query, s -> streams.contains(s.stream().streamId()), 50));
        assertThat(found(query, new SampleFilter(Set.of(), from, to, 0, Long.MAX_VALUE)))
                .isEqualTo(scan(query, s -> isBetween(s.sample().time().wall(), from, to), 50));
        assertThat(found(query, new SampleFilter(Set.of(), null, null, 1_000_000, 1_005_000)))
                .isEqualTo(scan(query, s -> isBetween(s, 1_000_000, 1_005_000), 50))
                .hasSize(10);
        assertThat(found(query, new SampleFilter(streams, from, to, 600_000, 800_000)))
                .isEqualTo(
                        scan(
                                query,
                                s ->
                                        streams.contains(s.stream().streamId())
                                                && isBetween(s.sample().time().wall(), from, to)
                                                && isBetween(s, 600_000, 800_000),
                                50));
    }

    @Test
    void countsWhatPasses() throws IOException {
        add(6_000, 700);
        index.write(List.copyOf(samples.subList(100, 900)), Map.of());
        Instant from = Generated.START.plusSeconds(500);
        Instant to = Generated.START.plusSeconds(900);
        SampleFilter some = new SampleFilter(Set.of("camera 1"), from, to, 600_000, 800_000);

        assertThat(index.count(MODEL, SampleFilter.ALL)).isEqualTo(6_000);
        assertThat(index.count(MODEL, SampleFilter.of("camera 1"))).isEqualTo(1_200);
        assertThat(index.count(MODEL, some))
                .isPositive()
                .isEqualTo(
                        samples.stream()
                                .filter(s -> s.stream().streamId().equals("camera 1"))
                                .filter(s -> isBetween(s.sample().time().wall(), from, to))
                                .filter(s -> isBetween(s, 600_000, 800_000))
                                .count());
    }

    private List<String> found(float[] query, SampleFilter filter) throws IOException {
        return ids(index.nearest(MODEL, query, filter, 50));
    }

    private static boolean isBetween(Instant wall, Instant from, Instant to) {
        return wall != null && !wall.isBefore(from) && wall.isBefore(to);
    }

    private static boolean isBetween(IndexedSample sample, long from, long to) {
        long ms = sample.sample().time().mediaMs();
        return ms >= from && ms < to;
    }

    @Test
    void keepsModelsApart() throws IOException {
        float[] vector = unit(random, DIMENSION);
        index.write(
                List.of(
                        sample("a", camera("a", 1), MODEL, at(0), vector),
                        sample("b", camera("a", 1), "sha256:two", at(0), vector),
                        sample("c", camera("a", 1), "sha256:three", at(0), unit(random, 5))),
                Map.of());

        assertThat(ids(index.nearest(MODEL, vector, SampleFilter.ALL, 10))).containsExactly("a");
        assertThat(ids(index.nearest("sha256:two", vector, SampleFilter.ALL, 10)))
                .containsExactly("b");
        assertThat(index.nearest("sha256:four", vector, SampleFilter.ALL, 10)).isEmpty();
        assertThat(index.count("sha256:two", SampleFilter.ALL)).isEqualTo(1);
        assertThat(index.count("sha256:four", SampleFilter.ALL)).isZero();
        assertThat(index.models())
                .isEqualTo(Map.of(MODEL, DIMENSION, "sha256:two", DIMENSION, "sha256:three", 5));
    }

    @Test
    void aSampleThatIsWrittenAgainIsThereOnce() throws IOException {
        add(3_000, 500);
        float[] query = unit(random, DIMENSION);
        List<TimelineEvent> again = new ArrayList<>(samples.subList(100, 1_500));

        index.write(again, Map.of());

        assertThat(ids(index.nearest(MODEL, query, SampleFilter.ALL, 3_000)))
                .isEqualTo(scan(query, sample -> true, 3_000));
        assertThat(index.streams().stream().mapToLong(StreamSummary::samples).sum())
                .isEqualTo(3_000);
    }

    @Test
    void vectorsThatAreZeroOrHuge() throws IOException {
        float[] huge = unit(random, DIMENSION);
        huge[0] = 1e6f;
        index.write(
                List.of(
                        sample("huge", camera("a", 1), MODEL, at(0), huge),
                        sample("zero", camera("a", 1), MODEL, at(1), new float[DIMENSION])),
                Map.of());
        float[] query = new float[DIMENSION];
        query[0] = 1;

        assertThat(ids(index.nearest(MODEL, query, SampleFilter.ALL, 2)))
                .containsExactly("huge", "zero");
        assertThat(ids(index.nearest(MODEL, new float[DIMENSION], SampleFilter.ALL, 1)))
                .containsExactly("huge");
    }

    @Test
    void takesVectorsThatAreTooLongForGraphs() throws IOException {
        float[] vector = unit(random, 2_000);
        index.write(List.of(sample("a", camera("a", 1), "sha256:long", at(0), vector)), Map.of());

        assertThat(index.nearest("sha256:long", vector, SampleFilter.ALL, 1))
                .singleElement()
                .satisfies(found -> assertThat(found.cosine()).isCloseTo(1, within(1e-5)));
    }

    @Test
    void showsSamplesByEpochAndTime() throws IOException {
        add(900, 90);
        List<String> shown = new ArrayList<>();

        index.forEach(
                MODEL,
                SampleFilter.of("camera 2"),
                sample ->
                        shown.add(
                                sample.stream().epoch() + " " + sample.sample().time().mediaMs()));

        List<String> expected =
                samples.stream()
                        .filter(sample -> sample.stream().streamId().equals("camera 2"))
                        .sorted(
                                Comparator.comparingLong(
                                                (IndexedSample one) -> one.stream().epoch())
                                        .thenComparing(one -> one.sample().time().mediaMs()))
                        .map(one -> one.stream().epoch() + " " + one.sample().time().mediaMs())
                        .toList();
        assertThat(shown).isEqualTo(expected).hasSize(180);
    }

    @Test
    void anEpochAloneIsShownCountedAndSearched() throws IOException {
        add(900, 90);
        SampleFilter second = SampleFilter.of("camera 2", 2);
        List<String> expected =
                samples.stream()
                        .filter(sample -> sample.stream().streamId().equals("camera 2"))
                        .filter(sample -> sample.stream().epoch() == 2)
                        .map(IndexedSample::id)
                        .toList();
        List<String> shown = new ArrayList<>();

        index.forEach(MODEL, second, sample -> shown.add(sample.id()));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
        assertThat(index.count(MODEL, second)).isEqualTo(expected.size());
        assertThat(index.nearest(MODEL, samples.get(0).sample().vector(), second, 900))
                .extracting(found -> found.sample().id())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThatThrownBy(() -> new SampleFilter(Set.of("a", "b"), 2L, null, null, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one stream");
    }
}
