// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the job in this process against a Kafka that is there already. */
@Command(name = "run", description = "Run the job in this process, with your own Kafka.")
final class RunCommand implements Callable<Integer> {

    /** A broker may be away for hours. */
    private static final int FOR_EVER = -1;

    @Option(names = "--json", description = "One event a line on standard output.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            description = "List all settings.")
    private boolean help;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (help) {
            System.out.print(SettingsParser.help("sightline run [--json]"));
            return 0;
        }
        Settings parsed = new SettingsParser(System.getenv()).parse(settings);
        Sources.check(parsed, System.err::println);
        JobWatch watch = new JobWatch(parsed, FOR_EVER, json);
        return OnInterrupt.during(watch::run, watch::stop);
    }
}
