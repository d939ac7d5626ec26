// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no process alive. */
final class BackgroundThreads {

    private BackgroundThreads() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
