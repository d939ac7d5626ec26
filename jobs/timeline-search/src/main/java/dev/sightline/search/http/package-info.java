// SPDX-License-Identifier: Apache-2.0
/**
 * Answers over HTTP. {@link dev.sightline.search.http.SearchServer} is the server; {@link
 * dev.sightline.search.http.SearchBackend} is what it asks. A group of routes is a class of its own
 * ({@code ...Routes}), and so is each answer's form ({@code ...Json}). The contract is {@code
 * openapi.json}.
 */
package dev.sightline.search.http;
