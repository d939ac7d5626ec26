// SPDX-License-Identifier: Apache-2.0
/**
 * Writes timelines for other programs. {@link dev.sightline.search.export.Exports} is what others
 * use, with an {@link dev.sightline.search.export.ExportRequest} and an {@link
 * dev.sightline.search.export.ExportFormat}; {@link dev.sightline.search.export.Finding} is a match
 * of a standing query or a moment that somebody looked for. Each format has a class of its own that
 * escapes what it writes in its format's way.
 */
package dev.sightline.search.export;
