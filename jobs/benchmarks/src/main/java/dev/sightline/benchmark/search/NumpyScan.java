// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * NumPy in a process of its own, which maps the same file. It takes the time itself, without the
 * way there and back. The process ends with its input, so with this JVM.
 */
final class NumpyScan implements Scan {

    /** What it is called where NumPy decides on the threads. */
    static final String NAME = "NumPy";

    /** What it is called with one. */
    static final String ONE_THREAD = "NumPy, one thread";

    private static final String SCRIPT = "numpy_scan.py";

    /** What the libraries that NumPy may be built with look at. */
    private static final List<String> THREADS =
            List.of("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS");

    private final String name;
    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private final Path errors;
    private final String versions;

    private NumpyScan(String name, Process process, Path errors) throws IOException {
        this.name = name;
        this.process = process;
        this.errors = errors;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.versions = line();
    }

    /**
     * Starts a process. Its script and what it complains of lie beside the vectors.
     *
     * @param python the interpreter
     * @param oneThread whether it is kept to one; otherwise NumPy decides
     * @throws IOException if there is no such interpreter or it has no NumPy; the message says why
     */
    static NumpyScan start(String python, boolean oneThread, Workload workload) throws IOException {
        Path folder = workload.vectors().path().toAbsolutePath().getParent();
        Path script = folder.resolve(SCRIPT);
        try (InputStream in = NumpyScan.class.getResourceAsStream("peers/" + SCRIPT)) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path errors = Files.createTempFile(folder, "numpy", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        python,
                        script.toString(),
                        workload.vectors().path().toString(),
                        workload.asked().path().toString(),
                        String.valueOf(workload.vectors().dimension()),
                        String.valueOf(workload.top()));
        if (oneThread) {
            THREADS.forEach(variable -> builder.environment().put(variable, "1"));
        }
        return new NumpyScan(
                oneThread ? ONE_THREAD : NAME,
                builder.redirectError(errors.toFile()).start(),
                errors);
    }

    @Override
    public String name() {
        return name;
    }

    /** Of NumPy, its BLAS and Python. */
    String versions() {
        return versions;
    }

    @Override
    public Answer[] ask(int first, int count) throws IOException {
        in.write(first + " " + count + "\n");
        in.flush();
        Answer[] answers = new Answer[count];
        for (int i = 0; i < count; i++) {
            String[] fields = line().split(" ");
            int[] rows =
                    Arrays.stream(fields, 1, fields.length).mapToInt(Integer::parseInt).toArray();
            answers[i] = new Answer(Double.parseDouble(fields[0]), rows);
        }
        return answers;
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            List<String> said = Files.readAllLines(errors);
            String last = said.isEmpty() ? "it ended" : said.get(said.size() - 1);
            throw new IOException(last + "; give one with it: --python venv/bin/python");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
