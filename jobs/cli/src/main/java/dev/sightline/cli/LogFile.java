// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the log of this process goes; standard error is for people. */
final class LogFile {

    /** Names the log; the launcher sets it, and the logging configuration reads it. */
    static final String PROPERTY = "sightline.log";

    /** Whether the log is a temporary file that the launcher made, and not one the user named. */
    static final String TEMPORARY = "sightline.log.temporary";

    private static volatile boolean told;

    private LogFile() {}

    /** Its path, to tell the user, for whom it is then kept. */
    static String path() {
        told = true;
        return System.getProperty(PROPERTY, "not written");
    }

    /** Deletes it when the process ends, unless somebody was told of it. */
    static void deleteAtEnd() {
        if (Boolean.getBoolean(TEMPORARY)) {
            Path log = Path.of(System.getProperty(PROPERTY));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(log), "delete-log"));
        }
    }

    private static void delete(Path log) {
        try {
            if (!told) {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            // It stays, as temporary files do.
        }
    }
}
