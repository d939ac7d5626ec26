// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of commands that ask the timeline search, each with a service of its own that is told what
 * to answer.
 */
abstract class CannedSearchTest {

    @TempDir Path folder;
    CannedSearch service;

    @BeforeEach
    void start() throws IOException {
        service = new CannedSearch();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    CapturedCommand search(String... arguments) {
        return run("search", arguments);
    }

    /** Runs a command, told where the service is. */
    CapturedCommand run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--at", service.address()));
        all.addAll(List.of(arguments));
        return CapturedCommand.run(all.toArray(String[]::new));
    }
}
