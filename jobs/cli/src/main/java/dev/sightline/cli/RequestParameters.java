// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters of a request, in their order; a name may come several times. */
final class RequestParameters {

    /**
     * A parameter.
     *
     * @param name of it
     * @param value not encoded
     */
    record Parameter(String name, String value) {

        private String encoded() {
            return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    private final List<Parameter> all = new ArrayList<>();

    /** Adds one; a value that is null adds nothing. */
    RequestParameters add(String name, String value) {
        if (value != null) {
            all.add(new Parameter(name, value));
        }
        return this;
    }

    /** Adds one for each value. */
    RequestParameters addAll(String name, List<String> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    List<Parameter> all() {
        return List.copyOf(all);
    }

    /** As they stand in an address behind the question mark. */
    String query() {
        return all.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }
}
