// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Objects;

/**
 * What is done for one method of one address.
 *
 * @param method of HTTP
 * @param path within the server, without parameters
 * @param access whom it is for
 * @param handler what is done
 */
record Route(HandlerType method, String path, Access access, Handler handler) {

    static final String PREFIX = "/api/v1";

    Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(handler, "handler");
    }

    static Route get(String path, Access access, Handler handler) {
        return new Route(HandlerType.GET, PREFIX + path, access, handler);
    }

    static Route post(String path, Access access, Handler handler) {
        return new Route(HandlerType.POST, PREFIX + path, access, handler);
    }

    static Route put(String path, Access access, Handler handler) {
        return new Route(HandlerType.PUT, PREFIX + path, access, handler);
    }

    static Route delete(String path, Access access, Handler handler) {
        return new Route(HandlerType.DELETE, PREFIX + path, access, handler);
    }
}
