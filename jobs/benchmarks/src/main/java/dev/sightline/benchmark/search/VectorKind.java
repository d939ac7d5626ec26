// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

/** How vectors lie. */
enum VectorKind {
    /** In all directions alike, which leaves nothing to a search that looks near some only. */
    UNIFORM,
    /** As a model's do: around a direction that all have in common, and around many others. */
    CLUSTERED
}
