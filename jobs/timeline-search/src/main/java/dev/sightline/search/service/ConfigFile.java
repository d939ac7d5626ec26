// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A YAML file of settings, as the arguments that say the same. */
final class ConfigFile {

    private ConfigFile() {}

    static List<String> arguments(Path file) {
        try {
            List<String> arguments = new ArrayList<>();
            add("", new YAMLMapper().readTree(file.toFile()), arguments);
            return arguments;
        } catch (FileNotFoundException e) { // whose message is the file and the reason
            throw new SettingsException("config: cannot read " + e.getMessage());
        } catch (IOException e) {
            throw new SettingsException(
                    "config: cannot read "
                            + file
                            + ": "
                            + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static void add(String name, JsonNode node, List<String> arguments) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                add(name.isEmpty() ? key : name + "." + key, field.getValue(), arguments);
            }
        } else if (node.isArray()) {
            node.forEach(element -> add(name, element, arguments));
        } else if (!node.isNull() && !node.isMissingNode()) {
            arguments.add("--" + name + "=" + node.asText());
        }
    }
}
