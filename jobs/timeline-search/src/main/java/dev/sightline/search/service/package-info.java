// SPDX-License-Identifier: Apache-2.0
/**
 * The service as a program. {@link dev.sightline.search.service.TimelineSearch} is its command;
 * {@link dev.sightline.search.service.SettingsParser} reads {@link
 * dev.sightline.search.service.SearchSettings}; {@link dev.sightline.search.service.SearchService}
 * is all of it, running.
 */
package dev.sightline.search.service;
