// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

/** A stream that does not keep to what sparse decoding relies on; it has to be decoded whole. */
final class SparseDecodingFailed extends Exception {

    SparseDecodingFailed(String reason) {
        super(reason);
    }
}
