// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * What every task is told of a query.
 *
 * @param queryId the query
 * @param armed the query, or null if it was removed
 * @param sequence of the control record; an older one changes nothing
 */
public record QueryUpdate(String queryId, ArmedQuery armed, long sequence) {}
