// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The scripts that run the peers, in a folder of their own; owns it. */
final class PeerScripts implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("peer.py", "pyscenedetect.py", "scdet.py", "transnetv2.py");

    private final Path folder;

    private PeerScripts(Path folder) {
        this.folder = folder;
    }

    /** Copies them out of this module. */
    static PeerScripts copied() throws IOException {
        PeerScripts scripts = new PeerScripts(Files.createTempDirectory("sightline-peers"));
        for (String name : NAMES) {
            try (InputStream in = PeerScripts.class.getResourceAsStream("peers/" + name)) {
                Files.copy(in, scripts.folder.resolve(name));
            }
        }
        return scripts;
    }

    /** The command that runs one of them. */
    List<String> command(String python, String name, String firstArgument) {
        return List.of(python, folder.resolve(name).toString(), firstArgument);
    }

    /** Python leaves what it compiled beside them. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
