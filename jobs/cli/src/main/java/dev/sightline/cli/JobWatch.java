// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.clip.ModelException;
import dev.sightline.job.settings.Settings;
import dev.sightline.picture.PictureStore;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Runs a job here to its end, and shows its events as they are read back from Kafka. */
final class JobWatch {

    /** Much longer than a broker takes to finish a transaction that is committed. */
    private static final Duration LAST_EVENTS = Duration.ofSeconds(10);

    private static final long LAST_WORDS_SECONDS = 5;

    private final Settings settings;
    private final int mostRestarts;
    private final EventPrinter printer;
    private final Summary summary;
    private final PrintStream talk;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile LocalJob job;
    private volatile ProgressLine progress;
    private volatile boolean stopping;

    /**
     * @param mostRestarts failures in a row after which the job is given up; -1 for never
     * @param json whether standard output is for one event a line, in JSON
     */
    JobWatch(Settings settings, int mostRestarts, boolean json) {
        this.mostRestarts = mostRestarts;
        this.settings = settings;
        this.printer = new EventPrinter(System.out, json);
        this.summary = new Summary(settings.queries());
        this.talk = json ? System.err : System.out;
    }

    /** Runs the job; returns the exit code. */
    int run() throws Exception {
        try {
            watch();
            if (!stopping || !summary.isEmpty()) {
                summary.print(talk);
                tellOfPictures();
            }
            return summary.nothingRead() ? Sightline.FAILED : 0;
        } catch (EventPrinter.OutputClosed e) {
            throw new CommandFailure(e.getMessage() + ", so the job was stopped", e);
        } catch (KafkaException e) {
            throw EventReader.failure(settings.kafka().properties(), e);
        } finally {
            ended.countDown();
        }
    }

    /** Says something else between two events. Safe for use by other threads. */
    void tell(String line) {
        ProgressLine shown = progress;
        if (shown != null) {
            shown.clear();
        }
        talk.println(line);
    }

    /** Ends the job early, and waits until {@link #run()} has said what there is to say. */
    void stop() {
        stopping = true;
        LocalJob running = job;
        if (running == null) {
            return;
        }
        running.close();
        try {
            ended.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() throws Exception {
        // The reader is there before the first event is, so that it misses none.
        try (LocalJob prepared = LocalJob.prepare(settings, mostRestarts, System.err::println);
                EventReader events = reader();
                ProgressLine shown = ProgressLine.onTerminal()) {
            job = prepared;
            progress = shown;
            prepared.start();
            while (!prepared.result().isDone()) {
                events.poll(this::show);
                shown.show();
                prepared.tellOfRestart(System.err::println);
            }
            prepared.result().get();
            events.drain(this::show, LAST_EVENTS);
        } catch (ExecutionException | CompletionException e) {
            if (!stopping) {
                throw new CommandFailure(
                        "the job failed: " + reason(e) + "; the log is " + LogFile.path(), e);
            }
        }
    }

    private EventReader reader() {
        return new EventReader(settings.kafka().properties(), EventReader.readableTopics(), false);
    }

    private void show(EventRecord event) {
        progress.clear();
        printer.print(event);
        summary.count(event);
    }

    private void tellOfPictures() {
        URI location = settings.pictures().location();
        if (location == null) {
            return;
        }
        boolean local = "file".equals(location.getScheme());
        long failed = ProgressReporter.sum(PictureStore.FAILED);
        Summary.row(
                talk,
                "pictures",
                ProgressReporter.sum(PictureStore.WRITTEN)
                        + " in "
                        + (local ? Path.of(location) : location)
                        + (failed == 0
                                ? ""
                                : "; " + failed + " could not be written, see " + LogFile.path()));
    }

    /** What a model cannot do is said with its remedy; else what everything else followed from. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof ModelException)) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
