// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredCommandTest {

    private static final String BUSY =
            "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done";

    private static Measurement run(String... command) throws Exception {
        return new MeasuredCommand(List.of(command), Duration.ofSeconds(20)).run();
    }

    @Test
    void keepsWhatIsSaidAndTheExitCode() throws Exception {
        Measurement done = run("sh", "-c", "echo one; echo two >&2; exit 3");
        assertThat(done.exitCode()).isEqualTo(3);
        assertThat(done.output()).containsExactly("one");
        assertThat(done.problem()).isEqualTo("exit code 3: two");
    }

    @Test
    void countsTheWorkOfChildrenToo() throws Exception {
        Measurement idle = run("sleep", "0.2");
        Measurement busy = run("sh", "-c", "sh -c '" + BUSY + "'; true");
        assertThat(busy.output()).containsExactly("done");
        assertThat(busy.cpuSeconds()).isGreaterThan(idle.cpuSeconds() + 0.02);
        assertThat(idle.cpuSeconds()).isLessThan(0.15);
        assertThat(idle.wallSeconds()).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void expandsNothingInArguments() throws Exception {
        assertThat(run("echo", "$HOME; *").output()).containsExactly("$HOME; *");
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
        Measurement done =
                new MeasuredCommand(List.of("sleep", "30"), Duration.ofMillis(200)).run();
        assertThat(done.exitCode()).isEqualTo(Measurement.TIMED_OUT);
        assertThat(done.problem()).isEqualTo("took too long");
        assertThat(done.wallSeconds()).isLessThan(10);
    }

    @Test
    void reportsAProgramThatIsNotThere() throws Exception {
        assertThat(run("no-such-program").succeeded()).isFalse();
    }

    @Test
    void readsTheTimesOfAShell() throws IOException {
        List<String> lines = List.of("0m0.01s 0m0.02s", "2m3.250s 0m0,50s");
        assertThat(ShellTimes.childSeconds(lines)).isEqualTo(123.75, within(1e-9));
    }

    @Test
    void takesTheMiddleOfSeveralRounds() {
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }
}
