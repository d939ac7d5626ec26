// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;

/** A request that was not answered as it should be; its message names the host and no secrets. */
public final class HttpFailure extends IOException {

    private final int status;

    /**
     * @param message what went wrong
     * @param status that the server answered; 0 if it did not answer
     */
    public HttpFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    /** What the server answered (RFC 9110, section 15); 0 if it did not. */
    public int status() {
        return status;
    }

    /** Whether the server said that it wants other credentials, or none of ours at all. */
    public boolean isRefusal() {
        return status == 401 || status == 403 || status == 407;
    }

    static HttpFailure answered(String host, int status) {
        String meaning =
                switch (status) {
                    case 401 -> " (it wants other credentials; a secretRef gives them)";
                    case 403 -> " (it forbids it)";
                    case 404, 410 -> " (there is nothing)";
                    case 416 -> " (it does not have this part)";
                    case 429 -> " (it is asked too often)";
                    default -> "";
                };
        return new HttpFailure(host + " answers with status " + status + meaning, status);
    }
}
