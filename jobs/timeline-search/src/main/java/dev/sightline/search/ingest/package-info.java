// SPDX-License-Identifier: Apache-2.0
/**
 * Takes what the topics say into an index. {@link dev.sightline.search.ingest.TopicIngest} does so
 * on a thread of its own; {@link dev.sightline.search.ingest.IngestProgress} says how far it is.
 */
package dev.sightline.search.ingest;
