// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads all files of a folder on the class path, in every jar and directory that has it. */
final class ResourceFolder {

    private ResourceFolder() {}

    /** Contents by the name within the folder, without those of other kinds. */
    static Map<String, byte[]> read(String folder, List<String> endings) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        ClassLoader loader = ResourceFolder.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(folder))) {
            if (url.getProtocol().equals("jar")) {
                readJar(url, folder + "/", endings, files);
            } else {
                readDirectory(Path.of(URI.create(url.toString())), endings, files);
            }
        }
        return files;
    }

    private static boolean wanted(String name, List<String> endings) {
        return endings.stream().anyMatch(name::endsWith);
    }

    private static void readDirectory(Path folder, List<String> endings, Map<String, byte[]> files)
            throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (wanted(name, endings)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void readJar(
            URL url, String prefix, List<String> endings, Map<String, byte[]> files)
            throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(prefix) && wanted(name, endings)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(name.substring(prefix.length()), in.readAllBytes());
                    }
                }
            }
        }
    }
}
