// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {

    @TempDir Path folder;

    private static CapturedCommand backtest(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "backtest";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--model";
        all[arguments.length + 2] = Repository.model().toString();
        return CapturedCommand.run(all);
    }

    private CapturedCommand of(String lines) throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(file, lines);
        return backtest("--query", "a cat", "--file", file.toString());
    }

    @Test
    void thereIsHelp() {
        CapturedCommand help = backtest("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("everything is read from its beginning")
                .contains("called wrong");
        assertThat(help.out()).contains("Usage: sightline backtest", "--from", "--kafka", "--text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--from 1h|say what to look for in one way",
                "--query x --text x|say what to look for in one way",
                "--query {\"txt\":1}|the query is not right: ",
                "--query x --budget 0|'alarmBudgetPerDay' must be greater than 0",
                "--query x --budgets 1,0|--budgets has to be numbers above 0",
                "--query x --budgets NaN|--budgets has to be numbers above 0",
                "--query x --interval 0s|--interval has to be a time above 0",
                "--query x --from noon|'noon' is neither a time such as 2026-11-24T18:00:00Z",
                "--query x --to 2026-11-24T18:00:00|'2026-11-24T18:00:00' is neither a time such",
                "--query {\"text\":\"x\",\"budgetScope\":\"query\"}|name each in 'streams'"
            })
    void wrongUsageSaysWhatIsRight(String arguments, String expected) {
        CapturedCommand run = backtest(arguments.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|events.jsonl, line 3: not JSON",
                "[]|events.jsonl, line 3: no event as 'sightline events --json' prints it",
                "{\"topic\":\"video.embeddings.v1\",\"data\":{}}|events.jsonl, line 3: 'streamId'",
                "{\"topic\":\"video.scene-changes.v1\",\"data\":{}}|line 3: 'streamId' has to be",
            })
    void aLineThatCannotBeUnderstoodIsNamed(String line, String expected) throws IOException {
        CapturedCommand run = of("{\"topic\":\"video.errors.v1\",\"data\":{}}\n\n" + line + "\n");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(expected);
    }

    @Test
    void vectorsOfAnotherModelAreRefused() throws IOException {
        CapturedCommand run =
                of(
                        "{\"topic\":\"video.embeddings.v1\",\"data\":{\"streamId\":\"s\",\"epoch\":1,"
                                + "\"source\":{\"uri\":\"file:///s\",\"kind\":\"file\"},\"k\":0,"
                                + "\"model\":{\"digest\":\"sha256:other\",\"dim\":1},\"vector\":"
                                + "\"AACAPw==\",\"time\":{\"pts\":0,\"timeBase\":\"1/25\","
                                + "\"mediaMs\":0,\"wallSource\":\"none\"}}}");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("sha256:other", "the query is compared by the model sha256:");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        CapturedCommand run = backtest("--query", "a cat", "--file", "missing.jsonl");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot read missing.jsonl");
    }

    @Test
    void aBrokerThatIsNotThereIsAFailureWithARemedy() {
        CapturedCommand run =
                backtest(
                        "--query=a cat",
                        "--kafka=127.0.0.1:1",
                        "--kafka-property=default.api.timeout.ms=2000");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot read events at 127.0.0.1:1");
    }
}
