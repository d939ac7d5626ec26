// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

/**
 * A sample whose picture is on a sheet.
 *
 * @param id of the sample
 * @param mediaMs its time, in milliseconds of media time
 */
record SpritePicture(String id, long mediaMs) {}
