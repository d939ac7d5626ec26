// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import dev.sightline.redaction.Redaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Reads over HTTP for one stream. Each address, those of redirects too, is checked, and the one
 * that was checked is connected to; certificates are verified; credentials go to the origin of the
 * stream's URI only, and never from there to another one.
 *
 * <p>One thread reads; any thread may cancel.
 */
public final class HttpReader implements AutoCloseable {

    private static final int IDLE_CONNECTIONS = 2;
    private static final int IDLE_SECONDS = 60;

    private final AccessRules rules;
    private final Credentials credentials;
    private final HttpUrl origin;
    private final HttpLimits limits;
    private final StopSignal whole;
    private volatile StopSignal stop;
    private final ConnectionPool pool =
            new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS);
    private final OkHttpClient client;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Runnable cancelCalls = () -> calls.forEach(Call::cancel);

    /**
     * @param source the stream; of kind HTTP or HLS
     * @param rules which hosts may be connected to
     * @param credentials what its origin asks for
     * @param stop is signalled by {@link #cancel}, and may be by others to the same effect
     */
    public HttpReader(
            SourceUri source,
            AccessRules rules,
            Credentials credentials,
            HttpLimits limits,
            StopSignal stop) {
        this.rules = rules;
        this.credentials = credentials;
        this.origin = HttpUrl.get(source.uri());
        this.limits = limits;
        this.whole = stop;
        this.stop = stop.part();
        this.client = client();
        whole.onStop(cancelCalls);
    }

    private OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectionPool(pool)
                .dns(this::lookUp)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .fastFallback(false) // it would connect on threads of its own
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .build();
    }

    /** The client knows one exception here; what it really was is told by {@link #failure}. */
    private List<InetAddress> lookUp(String name) throws UnknownHostException {
        try {
            return rules.check(name, stop);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            UnknownHostException unknown = new UnknownHostException(e.getMessage());
            unknown.initCause(e);
            throw unknown;
        }
    }

    /**
     * The address that a reference means, as in RFC 3986, section 5.
     *
     * @throws AccessRefused if it is none of HTTP
     */
    public static URI resolve(URI base, String reference) throws AccessRefused {
        HttpUrl url = HttpUrl.get(base).resolve(reference);
        if (url == null) {
            throw new AccessRefused("refers to something that is not on HTTP");
        }
        return url.uri();
    }

    /**
     * Asks for a part of something, or all of it.
     *
     * @param headers of the request
     * @return an answer of status 200 or 206, to be closed
     * @throws AccessRefused if it must not be read
     * @throws HttpFailure if it is not there, or cannot be read now
     */
    public HttpAnswer get(URI uri, Map<String, String> headers) throws IOException {
        return follow(client, HttpUrl.get(uri), headers);
    }

    /**
     * Reads a text.
     *
     * @param most its largest size in bytes
     * @return the text, and where it comes from behind all redirects
     * @throws AccessRefused if it must not be read, or is too large
     * @throws HttpFailure if it is not there, or cannot be read now
     */
    public Text text(URI uri, int most) throws IOException {
        try (HttpAnswer answer = hurried(uri)) {
            byte[] text = answer.all(most, "holds a playlist of more than " + most + " bytes");
            return new Text(new String(text, StandardCharsets.UTF_8), answer.uri());
        }
    }

    /**
     * Reads something small, in the time that a text may take.
     *
     * @param most its largest size in bytes
     * @throws AccessRefused if it must not be read, or is too large
     * @throws HttpFailure if it is not there, or cannot be read now
     */
    public byte[] bytes(URI uri, int most) throws IOException {
        try (HttpAnswer answer = hurried(uri)) {
            return answer.all(most, "holds more than " + most + " bytes");
        }
    }

    private HttpAnswer hurried(URI uri) throws IOException {
        OkHttpClient hurried = client.newBuilder().callTimeout(limits.text()).build();
        return follow(hurried, HttpUrl.get(uri), Map.of());
    }

    /**
     * A text and where it comes from.
     *
     * @param content decoded as UTF-8
     * @param uri behind all redirects; may hold tokens of the server
     */
    public record Text(String content, URI uri) {

        @Override
        public String toString() {
            return "Text(" + content.length() + " characters)";
        }
    }

    private HttpAnswer follow(OkHttpClient with, HttpUrl first, Map<String, String> headers)
            throws IOException {
        HttpUrl url = first;
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            HttpAnswer answer = ask(with, url, headers);
            if (!isRedirect(answer.status())) {
                return answer;
            }
            String location = answer.header("Location");
            answer.close();
            url = target(url, location);
        }
        throw new HttpFailure(first.host() + " redirects too often", 0);
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    private static HttpUrl target(HttpUrl from, String location) throws IOException {
        HttpUrl target = location.isEmpty() ? null : from.resolve(location);
        if (target == null) {
            throw new AccessRefused(from.host() + " redirects to something that is not on HTTP");
        }
        if (from.isHttps() && !target.isHttps()) {
            throw new AccessRefused(from.host() + " redirects from TLS to a plain connection");
        }
        return target;
    }

    private HttpAnswer ask(OkHttpClient with, HttpUrl url, Map<String, String> headers)
            throws IOException {
        if (HostName.isAddress(HostName.canonical(url.host()))) {
            rules.check(url.host(), stop); // names are checked when they are looked up
        }
        Call call = with.newCall(request(url, headers));
        calls.add(call);
        try {
            stop.check();
            Response response = call.execute();
            HttpAnswer answer = new HttpAnswer(call, response, () -> calls.remove(call));
            if (!response.isSuccessful() && !isRedirect(response.code())) {
                answer.close();
                throw HttpFailure.answered(url.host(), response.code());
            }
            return answer;
        } catch (IOException e) {
            calls.remove(call);
            throw failure(url.host(), e);
        }
    }

    private Request request(HttpUrl url, Map<String, String> headers) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "Sightline")
                        .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        if (isOrigin(url) && !credentials.authorization().isEmpty()) {
            request.header("Authorization", credentials.authorization());
        }
        return request.build();
    }

    private boolean isOrigin(HttpUrl url) {
        return url.scheme().equals(origin.scheme())
                && url.host().equals(origin.host())
                && url.port() == origin.port();
    }

    /** What went wrong, in words that can be shown. */
    static IOException failure(String host, IOException e) {
        if (e instanceof AccessRefused || e instanceof HttpFailure) {
            return e;
        }
        if (e.getCause() instanceof AccessRefused refused) {
            return refused;
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new HttpFailure(host + " cannot be read: " + Redaction.redact(reason), 0);
    }

    /** Makes the request in progress, and all later ones, fail at once; from any thread. */
    public void cancel() {
        whole.stop();
    }

    /** Begins a part of the reading that can be cancelled alone. */
    public void beginPart() {
        stop = whole.part();
    }

    /**
     * Makes the request in progress, and all later ones of a part, fail at once; from any thread.
     * Does nothing to later parts.
     *
     * @param part what {@link #stop} gave while it was read
     */
    public void cancelPart(StopSignal part) {
        part.stop();
        if (part == stop) {
            cancelCalls.run();
        }
    }

    /** What ends the waits of the part that is read. */
    public StopSignal stop() {
        return stop;
    }

    @Override
    public void close() {
        whole.forget(cancelCalls);
        cancelCalls.run();
        pool.evictAll();
    }
}
