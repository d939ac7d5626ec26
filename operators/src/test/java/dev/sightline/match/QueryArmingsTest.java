// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.clip.ModelException;
import dev.sightline.clip.TextEncoder;
import dev.sightline.event.QueryRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueryArmingsTest {

    private static final ArmingSettings SETTINGS =
            new ArmingSettings("/model", "sha256:1", Duration.ofSeconds(1));
    private static final QueryRequest CAT = QueryRequest.ofText("cats", "a cat", 1);

    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> encoded = new ArrayList<>();
    private final QueryArmings armings = new QueryArmings(this::load);

    private final class Tower implements TextEncoder {
        @Override
        public float[] encode(String phrase) {
            encoded.add(phrase);
            return new float[] {1, 0};
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private QueryArming load(ArmingSettings settings) {
        if (settings.modelPath().equals("/broken")) {
            throw new ModelException("broken");
        }
        loaded.incrementAndGet();
        Random random = new Random(1);
        float[] vectors = new float[2 * Background.LEAST_PICTURES];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextFloat();
        }
        return new QueryArming(
                new Tower(), List.of("{}"), new Background(vectors, 2), settings.interval());
    }

    @Test
    void allTasksOfAProcessShareATowerAndArmAQueryOnce() {
        List<CompletableFuture<QueryArmings.Lease>> tasks = new ArrayList<>();
        for (int task = 0; task < 8; task++) {
            tasks.add(CompletableFuture.supplyAsync(() -> armings.acquire(SETTINGS)));
        }
        for (CompletableFuture<QueryArmings.Lease> task : tasks) {
            assertThat(task.join().arm(CAT, 7).request()).isEqualTo(CAT);
        }
        assertThat(loaded).hasValue(1);
        assertThat(encoded).containsExactly("a cat");
        tasks.forEach(task -> task.join().close());
        assertThat(closed).hasValue(1);
    }

    @Test
    void aQueryKeepsTheSequenceOfItsOwnRecord() {
        try (QueryArmings.Lease lease = armings.acquire(SETTINGS)) {
            assertThat(lease.arm(CAT, 7).sequence()).isEqualTo(7);
            assertThat(lease.arm(CAT, 9).sequence()).isEqualTo(9);
        }
    }

    @Test
    void aTowerThatNobodyHoldsIsClosedOnceAndLoadedAgainWhenItIsNeeded() {
        QueryArmings.Lease lease = armings.acquire(SETTINGS);
        lease.close();
        lease.close();
        assertThat(closed).hasValue(1);
        armings.acquire(SETTINGS).close();
        assertThat(loaded).hasValue(2);
    }

    @Test
    void anotherModelHasATowerOfItsOwn() {
        ArmingSettings other = new ArmingSettings("/model", "sha256:2", Duration.ofSeconds(1));
        try (QueryArmings.Lease one = armings.acquire(SETTINGS);
                QueryArmings.Lease two = armings.acquire(other)) {
            assertThat(one.arm(CAT, 0).request()).isEqualTo(two.arm(CAT, 0).request());
            assertThat(loaded).hasValue(2);
        }
    }

    @Test
    void aTowerThatCannotBeLoadedIsTriedAgainByTheNext() {
        ArmingSettings broken = new ArmingSettings("/broken", "sha256:1", Duration.ofSeconds(1));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> armings.acquire(broken)).isInstanceOf(ModelException.class);
        }
    }
}
