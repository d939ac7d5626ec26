// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on the standing queries of a running job. */
@Command(
        name = "queries",
        description = "Add, list and remove the standing queries of a running job.",
        subcommands = {
            QueriesAddCommand.class,
            QueriesListCommand.class,
            QueriesRemoveCommand.class,
            QueriesWrongCommand.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The job follows changes as they come if it watches (--watch) or reads live streams;"
                    + " any other run takes the queries that are there when it starts."
        })
final class QueriesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: add, list, remove or wrong");
    }
}
