// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import org.apache.lucene.index.LeafReaderContext;

/**
 * A document that may be an answer.
 *
 * @param leaf its segment
 * @param document its number there
 * @param cosine of its stored vector, or {@code NaN} while that is not known
 */
record Hit(LeafReaderContext leaf, int document, double cosine) {}
