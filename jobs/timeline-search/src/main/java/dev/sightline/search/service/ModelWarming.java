// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.clip.ModelException;
import dev.sightline.search.query.SearchModel;
import dev.sightline.search.query.SearchModels;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what the first question would wait for, beside everything else. A model that cannot be used
 * is told of in the log; who asks it tries again, and is told, too.
 */
final class ModelWarming implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWarming.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final SearchModels models;
    private final Thread thread = new Thread(this::warm, "model warming");

    /**
     * @param models of which the first is loaded; closed after this
     */
    ModelWarming(SearchModels models) {
        this.models = models;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void warm() {
        try {
            SearchModel model = models.model(null);
            model.calibration();
            model.text("a picture"); // the first one takes longer than those that follow
        } catch (ModelException e) {
            LOG.warn("the model cannot be used; it is tried again when it is asked", e);
        } catch (IllegalStateException e) {
            LOG.debug("the service was closed meanwhile", e);
        }
    }

    /** Waits until it is done. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Waits for what is under way: it is not to be closed while it is loaded. */
    @Override
    public void close() {
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
