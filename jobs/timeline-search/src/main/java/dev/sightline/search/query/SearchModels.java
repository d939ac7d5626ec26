// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The models that questions can be asked with: usually one; while a job changes its model, the one
 * before, too. A bundle is read when it is first needed, and tried again if it could not be used.
 * Thread-safe.
 */
public final class SearchModels implements AutoCloseable {

    private static final Duration PICTURE_TOWER_IDLE = Duration.ofMinutes(10);

    private final List<Path> bundles;
    private final Duration pictureTowerIdle;
    private final SearchModel[] loaded;
    private boolean closed;

    private SearchModels(List<Path> bundles, Duration pictureTowerIdle) {
        this.bundles = List.copyOf(bundles);
        this.pictureTowerIdle = pictureTowerIdle;
        this.loaded = new SearchModel[bundles.size()];
    }

    /** One bundle's model. Nothing is read yet. */
    public static SearchModels open(Path bundle) {
        return open(List.of(bundle));
    }

    /**
     * The models of several bundles. Nothing is read yet.
     *
     * @param bundles at least one; a question that names no model is asked with the first
     */
    public static SearchModels open(List<Path> bundles) {
        return open(bundles, PICTURE_TOWER_IDLE);
    }

    static SearchModels open(List<Path> bundles, Duration pictureTowerIdle) {
        if (bundles.isEmpty()) {
            throw new IllegalArgumentException("no model bundle");
        }
        return new SearchModels(bundles, pictureTowerIdle);
    }

    /**
     * A model.
     *
     * @param wanted its name or digest; null for the first
     * @throws InvalidSearch if none is called so
     * @throws ModelException if a bundle is missing or broken, saying which and what to do
     */
    public synchronized SearchModel model(String wanted) {
        return IntStream.range(0, loaded.length)
                .mapToObj(this::load)
                .filter(model -> wanted == null || isCalled(model, wanted))
                .findFirst()
                .orElseThrow(() -> unknown(wanted));
    }

    private SearchModel load(int index) {
        if (closed) {
            throw new ModelClosed();
        }
        if (loaded[index] == null) {
            ModelBundle bundle = ModelBundle.load(bundles.get(index));
            loaded[index] = new SearchModel(bundle, pictureTowerIdle);
        }
        return loaded[index];
    }

    private static boolean isCalled(SearchModel model, String wanted) {
        return model.digest().equals(wanted) || model.name().equals(wanted);
    }

    private InvalidSearch unknown(String wanted) {
        List<String> there =
                IntStream.range(0, loaded.length)
                        .mapToObj(i -> loaded[i].name() + " (" + loaded[i].digest() + ")")
                        .toList();
        return new InvalidSearch(
                "model",
                "is "
                        + wanted
                        + ", but this service asks with "
                        + String.join(", ", there)
                        + "; leave it out, or start the service with that model's bundle, too");
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (int i = 0; i < loaded.length; i++) {
            if (loaded[i] != null) {
                loaded[i].close();
                loaded[i] = null;
            }
        }
    }
}
