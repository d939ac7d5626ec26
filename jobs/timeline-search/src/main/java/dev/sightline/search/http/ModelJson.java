// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Models.
 *
 * @param names name of a model by its digest
 * @param dimensions of those that there are vectors of, by their digest
 */
record ModelJson(UnaryOperator<String> names, Map<String, Integer> dimensions) {

    ObjectNode of(String digest) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", names.apply(digest))
                .put("digest", digest)
                .put("dim", dimensions.get(digest));
    }
}
