// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is wrong is said before a broker is asked. */
class QueriesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int queries(String... arguments) {
        List<String> all = new ArrayList<>(List.of("queries"));
        all.addAll(Arrays.asList(arguments));
        CommandLine command = Sightline.commandLine();
        command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        return command.execute(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "list", "remove", "wrong"})
    void everyCommandHasHelp(String command) {
        assertThat(queries(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: sightline queries " + command, "--kafka");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "add|say what to look for in one way",
                "add --text x --json {}|say what to look for in one way",
                "add --json nonsense|not JSON",
                "add --json []|not a JSON object",
                "add --not x|'text' is missing",
                "add --text x --then y|give one --within for each --then",
                "add --text x --then y --within soon|'soon' is no duration",
                "add --text x --budget 0|'alarmBudgetPerDay' must be greater than 0",
                "add --text x --threshold 2|'threshold' is a cosine",
                "add --text x --label y --label z|'labels' stand instead of text",
                "add --label y|'labels' has to be 2 to 64 texts",
                "add --image missing.jpg|'image': cannot read missing.jpg",
                "add --file missing.json|cannot read missing.json",
                "add --text x --wait soon|'soon' is no duration",
                "remove|Missing required parameter: 'ID'",
                "wrong|Missing required parameter: 'MATCH'"
            })
    void wrongUsageSaysWhatIsRight(String arguments, String expected) {
        assertThat(queries(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(expected);
    }

    @Test
    void aCommandHasToBeNamed() {
        assertThat(queries()).isEqualTo(2);
        assertThat(err.toString()).contains("say what to do: add, list, remove or wrong");
    }

    @Test
    void aBrokerThatIsNotThereIsAFailureWithARemedy() {
        assertThat(
                        queries(
                                "list",
                                "--kafka",
                                "127.0.0.1:1",
                                "--kafka-property",
                                "default.api.timeout.ms=2000"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot read the topic video.queries.v1");
    }
}
