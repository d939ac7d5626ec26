// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SearchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter progress = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new SearchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(progress))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Test
    void anExactSearchFindsAll() {
        int code =
                run(
                        "--samples=2000",
                        "--dim=32",
                        "--streams=3",
                        "--vectors=clustered",
                        "--graph",
                        "--block=4",
                        "--blocks=2",
                        "--python=no-such-python");
        assertThat(code).as(progress.toString()).isZero();
        assertThat(out.toString())
                .contains("2,000 clustered vectors of 32 dimensions in 3 streams", "8 questions")
                .contains("load average", "Lucene 9")
                .containsPattern("Sightline exact +\\S+ +\\S+ +1\\.0000 ")
                .containsPattern("Sightline graph +\\S+ +\\S+ +[01]\\.\\d{4} ")
                .contains("nothing to compare with");
        assertThat(progress.toString())
                .contains("2000 written", "turn 2 of 2")
                .contains("NumPy left out", "no-such-python");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(run("--samples=3")).isEqualTo(2);
        assertThat(progress.toString()).contains("--samples has to be 1,000 to");
    }
}
