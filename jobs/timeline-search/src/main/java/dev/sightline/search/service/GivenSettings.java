// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that were given.
 *
 * @param values by the option's name
 * @param kafka properties of the Kafka clients, without their prefix
 */
record GivenSettings(Map<String, List<String>> values, Map<String, String> kafka) {

    GivenSettings overruledBy(GivenSettings stronger) {
        Map<String, List<String>> allValues = new HashMap<>(values);
        allValues.putAll(stronger.values);
        Map<String, String> allKafka = new HashMap<>(kafka);
        allKafka.putAll(stronger.kafka);
        return new GivenSettings(allValues, allKafka);
    }
}
