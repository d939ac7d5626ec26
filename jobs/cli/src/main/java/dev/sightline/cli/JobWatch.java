// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import java.io.PrintStream;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Runs a job here to its end, and shows its events as they are read back from Kafka. */
final class JobWatch {

    private final Settings settings;
    private final int mostRestarts;
    private final boolean json;
    private final Summary summary;
    private final PrintStream talk;

    /**
     * @param mostRestarts failures in a row after which the job is given up; -1 for never
     * @param json whether standard output is for one event a line, in JSON
     */
    JobWatch(Settings settings, int mostRestarts, boolean json) {
        this.mostRestarts = mostRestarts;
        this.settings = settings;
        this.json = json;
        this.summary = new Summary(settings.queries());
        this.talk = json ? System.err : System.out;
    }

    /** Runs the job; returns the exit code. */
    int run() throws Exception {
        Thread cancel = null;
        try (LocalJob job = LocalJob.start(settings, mostRestarts, System.err::println);
                ProgressLine progress = ProgressLine.onTerminal();
                EventReader events = reader()) {
            cancel = new Thread(job::close, "cancel-job");
            Runtime.getRuntime().addShutdownHook(cancel);
            while (!job.result().isDone()) {
                events.poll(event -> show(event, progress));
                progress.show();
                job.tellOfRestart(System.err::println);
            }
            job.result().get();
            events.drain(event -> show(event, progress));
        } catch (ExecutionException | CompletionException e) {
            throw new CommandFailure(
                    "the job failed: " + rootMessage(e) + "; the log is " + LogFile.path(), e);
        }
        Runtime.getRuntime().removeShutdownHook(cancel);
        summary.print(talk);
        return summary.nothingRead() ? Sightline.FAILED : 0;
    }

    private EventReader reader() {
        Properties client = settings.kafka().properties();
        return new EventReader(client, EventReader.readableTopics(), false);
    }

    private void show(EventRecord event, ProgressLine progress) {
        progress.clear();
        System.out.println(json ? event.toJson() : EventText.of(event));
        summary.count(event);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
