// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

/** How events are delivered. */
public enum Delivery {
    /** In Kafka transactions that commit with each checkpoint. */
    EXACTLY_ONCE,
    /** At once; a recovery writes some events again, with the same ids. */
    AT_LEAST_ONCE
}
