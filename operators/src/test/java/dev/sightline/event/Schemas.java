// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;

/** The published schemas. */
final class Schemas {

    private Schemas() {}

    static JsonSchema of(Topic topic) throws IOException {
        try (InputStream in = Topic.class.getResourceAsStream(topic.schemaResource())) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }
}
