// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The page of a demo. It starts beside the demo, which neither waits for it nor fails with it: why
 * there is none is said on one line.
 */
final class DemoSearch implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final SearchProcess process;
    private final boolean kept;
    private final Consumer<String> tell;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile String address;
    private volatile boolean closing;

    private DemoSearch(SearchProcess process, boolean kept, Consumer<String> tell) {
        this.process = process;
        this.kept = kept;
        this.tell = tell;
    }

    /**
     * Starts it, if it is built.
     *
     * @param home folder of Sightline
     * @param keep whether it goes on when this process ends
     * @param settings of the job whose events it shows
     * @param tell is told where the page is, or why there is none; maybe by another thread
     * @return null if there is none
     */
    static DemoSearch start(Path home, boolean keep, Settings settings, Consumer<String> tell) {
        var program = SearchProgram.below(home);
        if (program.isEmpty()) {
            tell.accept(
                    "no search page: the timeline search is not built, there are no jars in "
                            + home.resolve(SearchProgram.FOLDER));
            return null;
        }
        return start(program.get(), keep, SearchArguments.of(settings), tell);
    }

    /** The same with a program and its arguments. */
    static DemoSearch start(
            SearchProgram program, boolean keep, List<String> arguments, Consumer<String> tell) {
        try {
            SearchProcess process = SearchProcess.start(program, keep, arguments);
            DemoSearch search = new DemoSearch(process, keep, tell);
            Thread thread = new Thread(search::follow, "demo-search");
            thread.setDaemon(true);
            thread.start();
            return search;
        } catch (IOException e) {
            tell.accept("no search page: the timeline search does not start: " + e.getMessage());
            return null;
        }
    }

    private void follow() {
        try {
            address = process.awaitAddress();
            // On a line of its own between empty ones, since events go by.
            tell.accept(
                    String.format(
                            "%n  search page: %s  (%s)%n",
                            address,
                            kept
                                    ? "it stays; " + process.howToStop()
                                    : "until the demo ends; --keep leaves it"));
            answered.countDown();
            process.awaitEnd();
            sayUnlessClosing("the search page has gone: the timeline search has ended");
        } catch (IOException | CommandFailure e) {
            sayUnlessClosing(
                    "no search page: the timeline search does not start: " + e.getMessage());
        } finally {
            address = null;
            answered.countDown();
        }
    }

    private void sayUnlessClosing(String line) {
        if (!closing) {
            tell.accept(line);
        }
    }

    /** How to be rid of the one that is kept, as soon as it is known where it is. */
    void tellOfKept() {
        try {
            if (answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && address != null) {
                tell.accept("the search page stays at " + address + "; " + process.howToStop());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it, unless it is kept. */
    @Override
    public synchronized void close() {
        boolean first = !closing;
        closing = true;
        if (first && kept && answered.getCount() > 0) {
            tell.accept("the timeline search starts and stays; " + process.howToStop());
        }
        process.close();
    }
}
