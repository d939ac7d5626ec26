// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as RFC 9457 has them. */
final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    static ObjectNode of(Problem problem) {
        ObjectNode json = of(problem.status(), problem.getMessage());
        if (problem.field() != null) {
            json.put("field", problem.field());
        }
        return json;
    }

    static ObjectNode of(int status, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", HttpStatus.getMessage(status))
                .put("status", status)
                .put("detail", detail);
    }
}
