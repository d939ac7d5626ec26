// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tells requests that another site's page makes a browser send from those of our own. */
public final class CrossSite {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * Whether a browser says that another site is behind a request. What is no browser says
     * nothing, and has nobody's cookies either.
     *
     * @param header value of a header by its name, null for one that is not there
     */
    public static boolean is(UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = header.apply("Origin");
        return origin != null && !sameHost(origin, header.apply("Host"));
    }

    /**
     * Whether a browser says that a page of another site altogether is behind a request; not that
     * of a neighbour, nor a person who follows a bookmark.
     *
     * @param header value of a header by its name, null for one that is not there
     */
    public static boolean isToldFar(UnaryOperator<String> header) {
        return "cross-site".equals(header.apply("Sec-Fetch-Site"));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
