// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * A query of which it was told that it was accepted or refused.
 *
 * @param queryId the query
 * @param sequence of the control record that was answered
 */
public record AnsweredQuery(String queryId, long sequence) {}
