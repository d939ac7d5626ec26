// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

/**
 * A picture, or why there is none.
 *
 * @param picture the picture, or null
 * @param reason why there is none, for a person; null if there is one
 */
public record FoundPicture(Picture picture, String reason) {

    static FoundPicture none(String reason) {
        return new FoundPicture(null, reason);
    }
}
