// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.clip.ModelException;
import dev.sightline.job.kafka.KafkaUnavailable;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.process.ProcessEnd;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code sightline} command. */
@Command(
        name = "sightline",
        description = "Finds scene changes and text matches in video and writes them to Kafka.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            EventsCommand.class,
            QueriesCommand.class,
            BacktestCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            ModelCommand.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 nothing could be processed or the job failed, 2 wrong usage or"
                    + " settings, 3 no answer, 130 interrupted."
        })
public final class Sightline {

    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_ANSWER = 3;
    static final int INTERRUPTED = 130;

    private Sightline() {}

    /** Runs a subcommand and exits with its code. */
    public static void main(String[] arguments) {
        LogFile.deleteAtEnd();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Sightline());
        tellVersion(command);
        return command.setExecutionExceptionHandler(Sightline::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** All are of one build. */
    private static void tellVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new BuildVersion());
        command.getSubcommands().values().forEach(Sightline::tellVersion);
    }

    /** What the user can mend is said in words; the rest is a defect and keeps its trace. */
    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (ProcessEnd.begun()) {
            return INTERRUPTED; // by Ctrl-C, which also cancelled the job: nothing has failed
        }
        boolean known =
                failure instanceof SettingsException
                        || failure instanceof ModelException
                        || failure instanceof KafkaUnavailable
                        || failure instanceof SearchFailure
                        || failure instanceof CommandFailure;
        if (known) {
            command.getErr().println("sightline: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
            command.getErr().println("sightline: failed; the log is " + LogFile.path());
        }
        return code(failure);
    }

    private static int code(Exception failure) {
        if (failure instanceof SettingsException) {
            return USAGE;
        }
        return failure instanceof SearchFailure ? NO_ANSWER : FAILED;
    }
}
