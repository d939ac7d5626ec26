// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Javalin server =
            Javalin.create(
                            config -> {
                                config.startup.showJavalinBanner = false;
                                config.jetty.host = "127.0.0.1";
                                config.jetty.port = 0;
                                Problems.register(config.routes);
                                config.routes.get("/at-once", context -> fail());
                                config.routes.get("/half", ProblemsTest::half);
                            })
                    .start();

    @AfterEach
    void stop() {
        server.stop();
    }

    private static void fail() throws IOException {
        throw new IOException("the disk");
    }

    private static void half(Context context) throws IOException {
        OutputStream out = context.res().getOutputStream();
        out.write(new byte[100]);
        out.flush();
        fail();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void halfAnAnswerDoesNotLookLikeAWholeOne() {
        assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsBrokenIsNotTold() throws Exception {
        HttpResponse<String> broken = get("/at-once");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("incident").doesNotContain("disk");
    }
}
