// SPDX-License-Identifier: Apache-2.0
/**
 * The page in a browser. Start with {@link dev.sightline.search.page.PageServer}, which answers as
 * the service would, and {@link dev.sightline.search.page.PageFixture}, which opens a window.
 */
package dev.sightline.search.page;
