// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.video.source.SourceLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                    "no page: the timeline search is not built, there are no jars in "
                            + home.resolve(SearchProgram.FOLDER));
            return null;
        }
        return start(program.get(), keep, arguments(settings), tell);
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
            tell.accept("no page: the timeline search does not start: " + e.getMessage());
            return null;
        }
    }

    /** What it has to know of the job. */
    static List<String> arguments(Settings settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--kafka.bootstrap.servers=" + settings.kafka().bootstrap());
        arguments.add("--model=" + settings.model().path());
        settings.video().locations().stream()
                .filter(location -> !SourceLocation.isUri(location.path()))
                .map(location -> folder(Path.of(location.path()).toAbsolutePath()))
                .filter(Files::isDirectory)
                .distinct()
                .forEach(folder -> arguments.add("--video-root=" + folder));
        URI pictures = settings.pictures().location();
        if (pictures != null && "file".equals(pictures.getScheme())) {
            arguments.add("--picture-folder=" + Path.of(pictures));
        }
        return arguments;
    }

    private static Path folder(Path source) {
        return Files.isDirectory(source) ? source : source.getParent();
    }

    private void follow() {
        try {
            address = process.awaitAddress();
            tell.accept("page: " + address + (kept ? "" : " (until the demo ends; --keep leaves it)"));
            answered.countDown();
            process.awaitEnd();
            sayUnlessClosing("the page has gone: the timeline search has ended");
        } catch (IOException | CommandFailure e) {
            sayUnlessClosing("no page: the timeline search does not start: " + e.getMessage());
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
                tell.accept("page stays at " + address + "; " + process.howToStop());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it, unless it is kept. */
    @Override
    public void close() {
        closing = true;
        process.close();
    }
}
