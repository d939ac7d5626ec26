// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to what a program complains of, so that it need not wait, and keeps the last of it. */
final class ProgramWords {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramWords.class);
    private static final int LONGEST = 300;
    private static final int PATIENCE_MILLIS = 1000;

    private final Thread listener;
    private volatile String last = "the program says nothing";

    private ProgramWords(InputStream errors) {
        listener = new Thread(() -> listen(errors), "repack-words");
        listener.setDaemon(true);
    }

    static ProgramWords of(InputStream errors) {
        ProgramWords words = new ProgramWords(errors);
        words.listener.start();
        return words;
    }

    private void listen(InputStream errors) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("{}", line);
                last = line.substring(0, Math.min(line.length(), LONGEST));
            }
        } catch (IOException e) {
            LOG.debug("ended while it spoke", e); // as it was killed
        }
    }

    /** The last line, once the program has ended. */
    String last() {
        try {
            listener.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }
}
