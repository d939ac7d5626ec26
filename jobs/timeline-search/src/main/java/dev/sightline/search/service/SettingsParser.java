// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Reads settings from {@code --config FILE} and from {@code --name value} arguments; an argument
 * overrules the file. The file's entries go through the same parser, so both know the same names.
 */
public final class SettingsParser {

    private static final String CONFIG = "config";
    private static final int HELP_WIDTH = 100;

    private final Map<String, String> environment;

    /**
     * @param environment where {@code SIGHTLINE_HOME} and tokens are looked up
     */
    public SettingsParser(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The text of {@code --help}. */
    public static String help() {
        CommandSpec spec = spec().mixinStandardHelpOptions(true);
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .width(HELP_WIDTH)
                .description("Answers searches for moments of videos, and serves the page for it.")
                .footer(
                        "",
                        "Any property of the Kafka clients can be given as --kafka.NAME VALUE, for"
                                + " example --kafka.bootstrap.servers HOST:PORT (default: "
                                + SearchOptions.DEFAULT_BOOTSTRAP
                                + ").",
                        "",
                        "With --until-stdin-closes it stops when its standard input ends, for programs"
                                + " that start it.",
                        "",
                        "Exit codes: 0 stopped, 1 failed, 2 wrong settings.");
        return new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandSpec spec() {
        CommandSpec command = CommandSpec.create().name("timeline-search");
        command.addOption(
                OptionSpec.builder("--" + CONFIG)
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("YAML file with any of these settings.")
                        .build());
        SearchOptions.ALL.forEach(option -> command.addOption(spec(option)));
        command.parser().overwrittenOptionsAllowed(true);
        return command;
    }

    private static OptionSpec spec(SearchOption option) {
        OptionSpec.Builder spec =
                OptionSpec.builder("--" + option.key())
                        .paramLabel("VALUE")
                        .arity("1")
                        .description(option.help().replace("%", "%%"));
        return option.list()
                ? spec.type(List.class).auxiliaryTypes(String.class).build()
                : spec.type(String.class).build();
    }

    /**
     * Parses and checks.
     *
     * @param arguments options and their values
     * @throws SettingsException naming everything that is wrong
     */
    public SearchSettings parse(List<String> arguments) {
        GivenSettings given = read(arguments, "");
        List<String> file = given.values().get(CONFIG);
        if (file != null) {
            Path path = Path.of(file.get(0));
            given = read(ConfigFile.arguments(path), path + ": ").overruledBy(given);
        }
        return new SettingsReader(given, environment).read();
    }

    private static GivenSettings read(List<String> arguments, String where) {
        List<String> rest = new ArrayList<>();
        Map<String, String> kafka = takeKafka(arguments, rest);
        return new GivenSettings(values(parsed(rest, where)), kafka);
    }

    private static Map<String, String> takeKafka(List<String> arguments, List<String> rest) {
        Map<String, String> kafka = new HashMap<>();
        String prefix = "--" + SearchOptions.KAFKA_PREFIX;
        for (Iterator<String> all = arguments.iterator(); all.hasNext(); ) {
            String argument = all.next();
            if (!argument.startsWith(prefix)) {
                rest.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            if (equals < 0 && !all.hasNext()) {
                throw new SettingsException(argument + " needs a value");
            }
            String name = equals < 0 ? argument : argument.substring(0, equals);
            kafka.put(
                    name.substring(prefix.length()),
                    equals < 0 ? all.next() : argument.substring(equals + 1));
        }
        return kafka;
    }

    private static ParseResult parsed(List<String> arguments, String where) {
        try {
            return new CommandLine(spec()).parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.UnmatchedArgumentException e) {
            String similar =
                    e.getSuggestions().isEmpty()
                            ? "; --help lists all settings"
                            : "; did you mean " + e.getSuggestions().get(0) + "?";
            throw new SettingsException(where + "unknown setting " + e.getUnmatched() + similar);
        } catch (CommandLine.ParameterException e) {
            throw new SettingsException(where + e.getMessage());
        }
    }

    private static Map<String, List<String>> values(ParseResult result) {
        Map<String, List<String>> values = new HashMap<>();
        for (OptionSpec option : result.matchedOptions()) {
            Object value = option.getValue();
            List<String> texts =
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(value));
            values.put(option.longestName().substring(2), texts);
        }
        return values;
    }
}
