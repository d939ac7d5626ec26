// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

/** Somebody is not let in; the message says why, and can be shown to them. */
public final class LoginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooMany;

    private LoginRefused(String message, boolean tooMany) {
        super(message, null, false, false);
        this.tooMany = tooMany;
    }

    static LoginRefused wrongToken() {
        return new LoginRefused("this token is not known", false);
    }

    static LoginRefused tooManyFailures() {
        return new LoginRefused(
                "too many wrong tokens came from this address; wait a minute", true);
    }

    static LoginRefused sentTwice(String header) {
        return new LoginRefused("the header " + header + " came more than once", false);
    }

    /** Whether it is not for the token, but because too many wrong ones came before. */
    public boolean tooMany() {
        return tooMany;
    }
}
