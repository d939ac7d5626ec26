// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plants a password, lets everything fail in every way, and looks for it in all that comes out. */
@Timeout(120)
class PlantedPasswordTest {

    private static final String PASSWORD = "hunter2-swordfish";

    /** As it stands in an Authorization header: {@code gate:} and the password in Base64. */
    private static final String ENCODED = "Z2F0ZTpodW50ZXIyLXN3b3JkZmlzaA";

    /** What the tests need to see, so that an empty catch is not taken for silence. */
    private static final String SEEN = "127.0.0.1";

    /** The test's server, which logs what it sends: it is the one who tries to get us to tell. */
    private static final String SERVER_LOG = "com.sun.net.httpserver";

    @TempDir Path folder;

    private final List<String> told = new ArrayList<>();
    private final Collector collector = new Collector();
    private final Logger root = Logger.getLogger("");
    private Level level;
    private LoopbackServer server;
    private SecretStore store;

    /** Takes what Java's own logging and Log4j write, at all levels. */
    private final class Collector extends Handler {

        private final AbstractAppender appender =
                new AbstractAppender("planted", null, null, true, Property.EMPTY_ARRAY) {
                    @Override
                    public void append(LogEvent event) {
                        tell(event.getMessage().getFormattedMessage(), event.getThrown());
                    }
                };

        @Override
        public void publish(LogRecord entry) {
            if (!String.valueOf(entry.getLoggerName()).startsWith(SERVER_LOG)) {
                tell(entry.getMessage(), entry.getThrown());
                tell(entry.getParameters() == null ? List.of() : List.of(entry.getParameters()));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    @BeforeEach
    void plant() throws IOException {
        server = new LoopbackServer();
        Files.writeString(folder.resolve("gate"), "gate:" + PASSWORD);
        store =
                new SecretStore(
                        folder.toString(),
                        () -> Map.of("SIGHTLINE_SECRET_GATE", "gate:" + PASSWORD));
        level = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(collector);
        collector.appender.start();
        log4j().addAppender(collector.appender);
        log4j().setLevel(org.apache.logging.log4j.Level.ALL);
    }

    @AfterEach
    void clear() {
        log4j().removeAppender(collector.appender);
        LoggerContext.getContext(false).reconfigure();
        root.removeHandler(collector);
        root.setLevel(level);
        server.close();
    }

    private static org.apache.logging.log4j.core.Logger log4j() {
        return (org.apache.logging.log4j.core.Logger) LogManager.getRootLogger();
    }

    @Test
    void staysOutOfWhatFailingRequestsTell() throws Exception {
        for (int status : new int[] {400, 401, 403, 404, 500}) {
            server.on("/" + status, exchange -> LoopbackServer.send(exchange, status, new byte[0]));
            fail(server.at("/" + status), "file:gate");
        }
        server.redirect("/away", "http://169.254.169.254/?pass=" + PASSWORD);
        server.redirect("/loop", "/loop?token=" + PASSWORD);
        server.redirect("/echo", "gopher://gate:" + PASSWORD + "@h/");
        server.on("/rude", exchange -> exchange.close());
        for (String path : List.of("/away", "/loop", "/echo", "/rude")) {
            fail(server.at(path), "env:SIGHTLINE_SECRET_GATE");
        }
        fail("http://cam.invalid:" + server.port() + "/a", "file:gate");
        fail("http://127.0.0.1:1/a", "file:gate");
        assertThat(server.asked()).anyMatch(a -> ("" + a.authorization()).contains(ENCODED));
        assertNothingLeaked();
    }

    @Test
    void staysOutOfWhatAnUnknownCertificateTells() throws Exception {
        HttpsServer impostor =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName(SEEN), 0), 0);
        impostor.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        impostor.createContext("/", exchange -> told.add(PASSWORD));
        impostor.start();
        try {
            fail("https://127.0.0.1:" + impostor.getAddress().getPort() + "/a", "file:gate");
        } finally {
            impostor.stop(0);
        }
        assertThat(told).anyMatch(text -> text.contains("cannot be read"));
        assertNothingLeaked();
    }

    @Test
    void staysOutOfReferencesThatAreTheSecretItself() throws Exception {
        fail(server.at("/a"), "gate:" + PASSWORD);
        fail(server.at("/a"), "env:" + PASSWORD);
        fail(server.at("/a"), "file:" + PASSWORD + "/../../x");
        Files.writeString(folder.resolve("odd"), PASSWORD);
        fail(server.at("/a"), "file:odd");
        Files.writeString(folder.resolve("two"), "gate:" + PASSWORD + "\r\nHost: evil");
        fail(server.at("/a"), "file:two");
        for (String uri :
                List.of("rtsp://gate:" + PASSWORD + "@127.0.0.1/", "http://a/?pwd=" + PASSWORD)) {
            try {
                tell(SourceUri.parse(uri));
            } catch (IllegalArgumentException e) {
                tell(e);
            }
        }
        told.add(SEEN);
        assertNothingLeaked();
    }

    /** Reads an address, and tells all that can be told of it. */
    private void fail(String address, String reference) throws Exception {
        StopSignal stop = new StopSignal();
        AccessRules rules =
                AccessRules.forTrusted(AllowedHosts.NONE)
                        .lookingUp(
                                (name, s) -> {
                                    throw new UnknownHostException("the host is unknown");
                                });
        try {
            Secret secret = store.resolve(reference);
            Credentials credentials = Credentials.of(secret);
            tell(secret, credentials, store, rules);
            SourceUri source = SourceUri.parse(address);
            try (HttpReader http =
                    new HttpReader(source, rules, credentials, HttpLimits.DEFAULT, stop)) {
                tell(source, http);
                tell(http.text(URI.create(address), 1000));
            }
        } catch (IOException e) {
            tell(e);
        }
    }

    private void tell(Object... things) {
        for (Object thing : things) {
            if (thing instanceof Throwable failure) {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                told.add(trace.toString());
            } else {
                told.add(String.valueOf(thing));
            }
        }
    }

    private void assertNothingLeaked() {
        assertThat(told).anyMatch(text -> text.contains(SEEN));
        assertThat(told).noneMatch(text -> text.contains(PASSWORD) || text.contains(ENCODED));
    }

    /** A certificate that nobody vouches for, made by the JDK's own tool. */
    private SSLContext selfSigned() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "impostor",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "SAN=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                keys.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
