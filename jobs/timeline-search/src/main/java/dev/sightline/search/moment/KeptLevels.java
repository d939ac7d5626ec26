// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.query.SearchModel;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Levels of {@link UnrelatedSentences} that were asked for. Who asks first with a filter waits;
 * later the last level serves while a new one is found in the background, after some minutes or
 * when there are twice as many samples. Thread-safe.
 */
final class KeptLevels {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLevels.class);

    private static final int KEPT = 64;
    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

    private final UnrelatedSentences sentences;
    private final Executor background;
    private final Map<Key, Level> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Level> eldest) {
                    return size() > KEPT;
                }
            };

    private record Key(String digest, SampleFilter filter) {}

    /** Each has its own lock: who asks the same first waits, who asks elsewhere does not. */
    private static final class Level {
        private Double evidence;
        private long since;
        private long searched;
        private boolean renewing;

        private synchronized void become(double found, long of) {
            evidence = found;
            searched = of;
            since = System.nanoTime();
        }

        private synchronized void endRenewal() {
            renewing = false;
            // After a failure, too: it is not tried with each question.
            since = System.nanoTime();
        }

        private boolean isOld(long now) {
            return now >= 2 * searched || System.nanoTime() - since > KEPT_NANOS;
        }
    }

    /**
     * @param background runs what nobody waits for, one after the other
     */
    KeptLevels(UnrelatedSentences sentences, Executor background) {
        this.sentences = sentences;
        this.background = background;
    }

    /**
     * The evidence that stands out, 0 or more.
     *
     * @param searched how many samples there are, roughly
     */
    double level(SearchModel model, SampleFilter filter, long searched) throws IOException {
        Level level;
        synchronized (known) {
            level = known.computeIfAbsent(new Key(model.digest(), filter), any -> new Level());
        }
        synchronized (level) {
            if (level.evidence == null) {
                level.become(sentences.level(model, filter, searched), searched);
            } else if (!level.renewing && level.isOld(searched)) {
                level.renewing = true;
                background.execute(() -> renew(level, model, filter, searched));
            }
            return level.evidence;
        }
    }

    private void renew(Level level, SearchModel model, SampleFilter filter, long searched) {
        try {
            level.become(sentences.level(model, filter, searched), searched);
        } catch (IOException | RuntimeException e) {
            LOG.warn("what stands out could not be found anew; the level before is used", e);
        } finally {
            level.endRenewal();
        }
    }
}
