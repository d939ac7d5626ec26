// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.job.settings.WrittenQueries;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which query is asked about; it does not have to be armed anywhere. */
final class AskedQuery {

    @Option(
            names = "--query",
            paramLabel = "TEXT|JSON",
            description = "What to look for: a text, or a query as video.queries.v1 has it.")
    private String query;

    @Mixin private QueryWording wording;
    @Mixin private QueryTerms terms;

    /**
     * The query.
     *
     * @throws SettingsException if it is missing, given twice, or wrong
     */
    QueryRequest request() {
        if ((query == null) == wording.isEmpty()) {
            throw new SettingsException(
                    "say what to look for in one way: with --query, or with --text, --image or"
                            + " --label");
        }
        try {
            ObjectNode written = written();
            terms.putInto(written);
            return WrittenQueries.request(written, JsonNodeFactory.instance.objectNode());
        } catch (MalformedRequest e) {
            throw new SettingsException("the query is not right: " + e.getMessage());
        }
    }

    private ObjectNode written() throws MalformedRequest {
        if (query != null && query.stripLeading().startsWith("{")) {
            return WrittenQueries.object(query);
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (query == null) {
            wording.putInto(written);
        } else {
            written.put("text", query);
        }
        return written;
    }
}
