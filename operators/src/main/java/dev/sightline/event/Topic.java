// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/** The Kafka topics. */
public enum Topic {
    /** Cuts, gradual transitions, semantic changes. */
    SCENE_CHANGES("video.scene-changes.v1", "dev.sightline.scene-change.v1", false),
    /** Intervals in which a standing query matches. */
    QUERY_MATCHES("video.query-matches.v1", "dev.sightline.query-match.v1", false),
    /** What becomes of a stream. */
    STREAM_STATUS("video.stream-status.v1", "dev.sightline.stream-status.v1", false),
    /** One vector per sample. */
    EMBEDDINGS("video.embeddings.v1", "dev.sightline.embedding.v1", false),
    /** What could not be processed, and why. */
    ERRORS("video.errors.v1", "dev.sightline.error.v1", false),
    /** Queries that were accepted, refused or removed. */
    QUERY_STATUS("video.query-status.v1", "dev.sightline.query-status.v1", true),
    /** Standing queries; read by the job. */
    QUERIES("video.queries.v1", "dev.sightline.query.v1", true),
    /** Streams to watch; read by the job. */
    STREAMS("video.streams.v1", "dev.sightline.stream.v1", true);

    private static final String SCHEMAS = "https://sightline.dev/schemas/";

    private final String topicName;
    private final String type;
    private final boolean compacted;

    Topic(String topicName, String type, boolean compacted) {
        this.topicName = topicName;
        this.type = type;
        this.compacted = compacted;
    }

    /** Its name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** The CloudEvents type of its events. */
    public String type() {
        return type;
    }

    /** Whether Kafka keeps the last record of each key instead of those of some days. */
    public boolean compacted() {
        return compacted;
    }

    /** File name of the JSON Schema of its values, a resource beside this class. */
    public String schemaResource() {
        return topicName + ".schema.json";
    }

    /** The identifier of that schema. */
    public String schemaUri() {
        return SCHEMAS + schemaResource();
    }
}
