// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in the reverse order, whatever goes wrong with one of them. */
final class OpenThings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenThings.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T thing) {
        opened.push(thing);
        return thing;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable thing = opened.pop();
            try {
                thing.close();
            } catch (Exception e) {
                LOG.error("{} could not be closed", thing.getClass().getSimpleName(), e);
            }
        }
    }
}
