// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges in the background; one that fails, as on a full disk, is told of and comes again. */
final class ToldMerges extends ConcurrentMergeScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(ToldMerges.class);

    @Override
    protected void handleMergeException(Throwable failure) {
        LOG.warn("segments of the index could not be merged; it is tried again", failure);
    }
}
