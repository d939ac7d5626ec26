// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.clip.ModelException;
import dev.sightline.search.query.ModelClosed;
import dev.sightline.search.query.SearchModel;
import dev.sightline.search.query.SearchModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads what the first question would wait for, beside everything else. */
final class ModelWarming {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWarming.class);

    private ModelWarming() {}

    /**
     * Begins. A model that cannot be used is told of in the log; who asks it tries again, and is
     * told, too.
     *
     * @param models of which the first is loaded; they may be closed meanwhile
     * @return the thread that does it
     */
    static Thread start(SearchModels models) {
        Thread thread = new Thread(() -> warm(models), "model warming");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void warm(SearchModels models) {
        try {
            SearchModel model = models.model(null);
            model.calibration();
            model.text("a picture");
        } catch (ModelException e) {
            LOG.warn("{}; it is tried again when it is asked", e.getMessage());
        } catch (ModelClosed e) {
            LOG.debug("the service was closed meanwhile", e);
        }
    }
}
