// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a timeline search over HTTP. All methods throw {@link SearchFailure} if it does not answer
 * or refuses, and {@link dev.sightline.job.settings.SettingsException} if it says that the request
 * is wrong.
 */
final class SearchClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Models may have to be loaded first. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private static final String API = "api/v1/";
    private static final int COPIED = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String token;
    private final SearchProblems problems;
    // Redirects are not followed: the token is for this address alone.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1) // no proxy stumbles over it
                    .connectTimeout(CONNECT)
                    .build();

    /**
     * @param base address of the page, with a slash at its end
     * @param token to log in with, or null
     */
    SearchClient(URI base, String token) {
        this.base = base;
        this.token = token;
        this.problems = new SearchProblems(base);
    }

    /** What an address in an answer means, which is relative to the page. */
    String absolute(String relative) {
        return base.resolve(relative).toString();
    }

    /** Asks with parameters in the address. */
    JsonNode get(String path, RequestParameters parameters) {
        return json(send(request(path + "?" + parameters.query())));
    }

    /** What keeps the service from working, in words; empty if it says that it is ready. */
    String troubles() {
        List<String> troubles = new ArrayList<>();
        for (JsonNode reason : json(sent(request("health"))).path("reasons")) {
            troubles.add(reason.path("part").asText() + ": " + reason.path("detail").asText());
        }
        return Printable.of(String.join("; ", troubles));
    }

    /** Asks with a form. */
    JsonNode post(String path, MultipartForm form) {
        return json(
                send(
                        request(path)
                                .header("Content-Type", form.contentType())
                                .POST(BodyPublishers.ofByteArray(form.body()))));
    }

    /**
     * Copies what is to be saved; what arrived before the service fails is in the stream then.
     *
     * @throws IOException if the stream fails
     */
    void download(String path, RequestParameters parameters, OutputStream out) throws IOException {
        HttpResponse<InputStream> response = send(request(path + "?" + parameters.query()));
        try (InputStream in = response.body()) {
            if (!SearchProblems.isFile(response)) {
                throw problems.strange(response);
            }
            byte[] buffer = new byte[COPIED];
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    private int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw problems.brokenOff(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(API + path)).timeout(ANSWER);
        request.header("Accept", "application/json, application/problem+json, */*;q=0.5");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = sent(request);
        try {
            problems.check(response);
            return response;
        } catch (IOException e) {
            throw problems.brokenOff(e);
        }
    }

    /** An answer of any status. */
    private HttpResponse<InputStream> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw problems.noAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchFailure("interrupted", e);
        }
    }

    private JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (!SearchProblems.isJson(response)) {
                throw problems.strange(response);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw problems.brokenOff(e);
        }
    }
}
