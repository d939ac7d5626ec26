// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the system keeps the certificates that it trusts. The OpenSSL inside FFmpeg's jar does not
 * know: it looks where it was built.
 */
final class SystemCertificates {

    private SystemCertificates() {}

    /**
     * The file, as {@code SSL_CERT_FILE} names it or where Debian, Red Hat, SUSE and Alpine have
     * it; empty if there is none, and then no certificate is trusted.
     */
    static Optional<String> file() {
        String named = System.getenv("SSL_CERT_FILE");
        return Stream.of(
                        named == null ? "" : named,
                        "/etc/ssl/certs/ca-certificates.crt",
                        "/etc/pki/tls/certs/ca-bundle.crt",
                        "/etc/ssl/ca-bundle.pem",
                        "/etc/ssl/cert.pem")
                .filter(path -> !path.isEmpty() && Files.isReadable(Path.of(path)))
                .findFirst();
    }
}
