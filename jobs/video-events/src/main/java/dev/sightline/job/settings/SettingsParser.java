// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Reads settings from {@code --config FILE} and from {@code --name value} arguments; an argument
 * overrules the file. The file's entries go through the same parser, so both know the same names.
 */
public final class SettingsParser {

    private static final String CONFIG = "--config";
    private static final int HELP_WIDTH = 100;

    private final Map<String, String> environment;

    /**
     * @param environment where {@code SIGHTLINE_HOME} is looked up
     */
    public SettingsParser(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Values by option, and the Kafka clients' properties. */
    private record Given(Map<String, List<String>> values, Map<String, String> kafka) {

        Given overruledBy(Given stronger) {
            Map<String, List<String>> allValues = new HashMap<>(values);
            allValues.putAll(stronger.values);
            Map<String, String> allKafka = new HashMap<>(kafka);
            allKafka.putAll(stronger.kafka);
            return new Given(allValues, allKafka);
        }
    }

    private static void addOptions(CommandSpec command) {
        command.addOption(
                OptionSpec.builder(CONFIG)
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("YAML file with any of these settings.")
                        .build());
        for (Map.Entry<String, List<ConfigOption<?>>> group : Options.groups().entrySet()) {
            CommandLine.Model.ArgGroupSpec.Builder specs =
                    CommandLine.Model.ArgGroupSpec.builder()
                            .heading(String.format("%n%s%n", group.getKey()))
                            .exclusive(false)
                            .validate(false);
            group.getValue().forEach(option -> specs.addArg(spec(option)));
            command.addArgGroup(specs.build());
        }
        command.usageMessage()
                .footer(
                        "",
                        "Any property of the Kafka clients can be given as --kafka.NAME VALUE, for"
                                + " example --kafka.bootstrap.servers HOST:PORT (default: "
                                + KafkaOptions.DEFAULT_BOOTSTRAP
                                + ").");
    }

    /**
     * The text of {@code --help}.
     *
     * @param command how the program is called
     */
    public static String help(String command) {
        CommandSpec spec = CommandSpec.create().name(command);
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .width(HELP_WIDTH)
                .description("Watches videos and writes what it finds to Kafka.");
        addOptions(spec);
        return new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static OptionSpec spec(ConfigOption<?> option) {
        boolean list = OptionValues.LISTS.contains(option);
        boolean flag = option.defaultValue() instanceof Boolean;
        OptionSpec.Builder spec =
                OptionSpec.builder("--" + option.key())
                        .paramLabel(flag ? "BOOL" : "VALUE")
                        .description(OptionText.of(option));
        if (flag) {
            spec.arity("0..1").fallbackValue("true");
        } else {
            spec.arity("1");
        }
        return list
                ? spec.type(List.class).auxiliaryTypes(String.class).build()
                : spec.type(String.class).build();
    }

    /**
     * Parses and checks.
     *
     * @param arguments options and their values, without a program's name
     * @throws SettingsException naming everything that is wrong
     */
    public Settings parse(List<String> arguments) {
        Given given = given(arguments);
        Map<String, String> client = new HashMap<>(given.kafka());
        client.putIfAbsent("bootstrap.servers", KafkaOptions.DEFAULT_BOOTSTRAP);
        Path home = Path.of(environment.getOrDefault("SIGHTLINE_HOME", ""));
        return new SettingsReader(given.values(), client, home).read();
    }

    /**
     * Whether the arguments, or the file they name, have a value for an option.
     *
     * @throws SettingsException if they cannot be read
     */
    public boolean gives(List<String> arguments, ConfigOption<?> option) {
        return given(arguments).values().containsKey(option.key());
    }

    private static Given given(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        Map<String, String> kafka = takeKafka(arguments, rest);
        ParseResult line = parseOptions(rest, "");
        Given given = new Given(values(line), kafka);
        if (line.hasMatchedOption(CONFIG)) {
            given = file(line.matchedOptionValue(CONFIG, "")).overruledBy(given);
        }
        return given;
    }

    private static Map<String, String> takeKafka(List<String> arguments, List<String> rest) {
        Map<String, String> kafka = new HashMap<>();
        for (Iterator<String> all = arguments.iterator(); all.hasNext(); ) {
            String argument = all.next();
            if (!argument.startsWith("--" + KafkaOptions.PREFIX)) {
                rest.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 && !all.hasNext()) {
                throw new SettingsException(argument + " needs a value");
            }
            kafka.put(
                    name.substring(2 + KafkaOptions.PREFIX.length()),
                    equals < 0 ? all.next() : argument.substring(equals + 1));
        }
        return kafka;
    }

    private static ParseResult parseOptions(List<String> arguments, String where) {
        CommandSpec command = CommandSpec.create();
        addOptions(command);
        command.parser().overwrittenOptionsAllowed(true);
        try {
            return new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.UnmatchedArgumentException e) {
            String similar =
                    e.getSuggestions().isEmpty()
                            ? "; --help lists all settings"
                            : "; did you mean " + String.join(" or ", e.getSuggestions()) + "?";
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
        values.remove(CONFIG.substring(2));
        return values;
    }

    private static Given file(String name) {
        try {
            JsonNode root = new YAMLMapper().readTree(Path.of(name).toFile());
            List<String> arguments = new ArrayList<>();
            flatten("", root, arguments);
            List<String> rest = new ArrayList<>();
            Map<String, String> kafka = takeKafka(arguments, rest);
            return new Given(values(parseOptions(rest, name + ": ")), kafka);
        } catch (IOException e) {
            throw new SettingsException(
                    "cannot read " + name + ": " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static void flatten(String prefix, JsonNode node, List<String> arguments) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
                flatten(key, field.getValue(), arguments);
            }
        } else if (node.isArray()) {
            node.forEach(element -> flatten(prefix, element, arguments));
        } else if (!node.isNull() && !node.isMissingNode()) {
            arguments.add("--" + prefix + "=" + node.asText());
        }
    }
}
