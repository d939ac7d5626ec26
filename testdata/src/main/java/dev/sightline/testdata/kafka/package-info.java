// SPDX-License-Identifier: Apache-2.0
/**
 * A real Kafka broker without installing one: {@link dev.sightline.testdata.kafka.EmbeddedKafka}
 * runs it in this JVM, {@link dev.sightline.testdata.kafka.EmbeddedKafkaServer} in one of its own.
 *
 * <p>Built on internals of Kafka's server, so this package and the server's version change
 * together.
 */
package dev.sightline.testdata.kafka;
