// SPDX-License-Identifier: Apache-2.0
/** The page's files. {@link dev.sightline.search.page.PageFiles} has all that there are. */
package dev.sightline.search.page;
