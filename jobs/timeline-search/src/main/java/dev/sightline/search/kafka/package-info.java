// SPDX-License-Identifier: Apache-2.0
/**
 * What all have in common that speak to Kafka: {@link dev.sightline.search.kafka.KafkaProblem} says
 * what keeps it from being read.
 */
package dev.sightline.search.kafka;
