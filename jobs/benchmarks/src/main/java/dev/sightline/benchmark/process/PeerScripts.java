// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Scripts that run other programs, in a folder of their own; owns it. */
public final class PeerScripts implements AutoCloseable {

    private final Path folder;

    private PeerScripts(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies them out of this module.
     *
     * @param owner class in whose package's folder {@code peers} they are
     * @param names of their files
     */
    public static PeerScripts copied(Class<?> owner, List<String> names) throws IOException {
        PeerScripts scripts = new PeerScripts(Files.createTempDirectory("sightline-peers"));
        for (String name : names) {
            try (InputStream in = owner.getResourceAsStream("peers/" + name)) {
                Files.copy(in, scripts.folder.resolve(name));
            }
        }
        return scripts;
    }

    /** The command that runs one of them. */
    public List<String> command(String python, String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(python);
        command.add(folder.resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
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
