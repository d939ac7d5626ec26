// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

/** A model was asked when the service had ended its use. */
public final class ModelClosed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ModelClosed() {
        super("the model is closed");
    }
}
