// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import dev.sightline.search.index.IndexSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.util.Version;

/** Indexes and peers over one workload; owns them. */
final class SearchRun implements AutoCloseable {

    private static final int TOLD = 100_000;

    private final Workload workload;
    private final Consumer<String> progress;
    private final List<Scan> scans = new ArrayList<>();
    private final Map<String, IndexScan.Upkeep> upkeep = new LinkedHashMap<>();
    private String versions =
            "Java " + System.getProperty("java.version") + ", Lucene " + Version.LATEST;

    /**
     * @param progress gets lines for people
     */
    SearchRun(Workload workload, Consumer<String> progress) {
        this.workload = workload;
        this.progress = progress;
    }

    /**
     * Adds an index.
     *
     * @param name for the table
     * @param folder of its own
     * @param exactLimit up to how many samples it goes through all
     */
    void addIndex(String name, Path folder, long exactLimit) throws IOException {
        IndexSettings settings = IndexSettings.DEFAULT.withExactLimit(exactLimit);
        IndexScan scan =
                IndexScan.open(name, folder, settings, workload, written -> tell(name, written));
        scans.add(scan);
        upkeep.put(name, scan.upkeep());
    }

    private void tell(String name, int written) {
        if (written % TOLD < VectorFile.BLOCK || written == workload.vectors().rows()) {
            progress.accept(name + ": " + written + " written");
        }
    }

    /** Adds NumPy as it is and with one thread; who has none still sees what the index does. */
    void addNumpy(String python) {
        try {
            NumpyScan numpy = NumpyScan.start(python, false, workload);
            scans.add(numpy);
            versions += ", " + numpy.versions();
            scans.add(NumpyScan.start(python, true, workload));
        } catch (IOException e) {
            progress.accept("NumPy left out: " + e.getMessage());
        }
    }

    /** Asks all by turns. */
    SearchTable ask(Turns turns, TrueNeighbours truth) throws IOException {
        List<ScanFigures> figures = turns.ask(scans, truth, progress);
        return new SearchTable(figures, upkeep, workload.vectors().rows());
    }

    /** Of all that takes part. */
    String versions() {
        return versions;
    }

    @Override
    public void close() throws IOException {
        for (Scan scan : scans) {
            scan.close();
        }
    }
}
