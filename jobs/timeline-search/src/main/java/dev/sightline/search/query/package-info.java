// SPDX-License-Identifier: Apache-2.0
/**
 * What is asked: {@link dev.sightline.search.query.SearchRequest} is a user's question, checked;
 * {@link dev.sightline.search.query.SearchModels} makes vectors of it, which {@link
 * dev.sightline.search.query.SoughtVectors} puts together as a {@link
 * dev.sightline.search.query.Sought}. {@link dev.sightline.search.query.StandingQueries} are those
 * that the job watches for, and {@link dev.sightline.search.query.QueryBackTest} says what one of
 * them would have found.
 */
package dev.sightline.search.query;
