// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.page.PageFile;
import dev.sightline.search.page.PageFiles;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** The page and its files. They tell nothing, so whoever asks gets them, to log in by. */
record PageRoute(PageFiles files) {

    private static final int SAME = 304;

    List<Route> routes() {
        return List.of(route("/"), route("/page/<file>"), route("/webjars/<file>"));
    }

    private Route route(String path) {
        return new Route(HandlerType.GET, path, Access.ALL, this::send);
    }

    private void send(Context context) {
        PageFile file =
                files.at(context.path())
                        .orElseThrow(() -> Problem.notFound("the page has no such file"));
        context.header("ETag", file.tag());
        context.header(
                "Cache-Control",
                file.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
        if (file.tag().equals(context.header("If-None-Match"))) {
            context.status(SAME);
        } else {
            context.contentType(file.mediaType()).result(file.content());
        }
    }
}
