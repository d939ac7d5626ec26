// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String CLASS = Hello.class.getName();

    @TempDir Path folder;

    /** What is run; it needs nothing but the JDK. */
    static final class Hello {

        private Hello() {}

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }

    private static List<String> java(Path classPath) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xshare:auto", "-cp", classPath.toString(), CLASS);
    }

    private Path jar() throws Exception {
        Path jar = folder.resolve("hello.jar");
        String entry = CLASS.replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            try (var in = Hello.class.getClassLoader().getResourceAsStream(entry)) {
                in.transferTo(out);
            }
        }
        return jar;
    }

    @Test
    void letsAProgramTakeItsClassesFromTheRunBefore() throws Exception {
        List<String> java = java(jar());
        try (ClassArchive archive = ClassArchive.of(java, LIMIT)) {
            List<String> command = new ArrayList<>(java);
            command.addAll(1, archive.options());
            command.add(1, "-Xlog:class+load");
            Measurement done = new MeasuredCommand(command, LIMIT).run();
            assertThat(done.output())
                    .contains("hello")
                    .anyMatch(line -> line.contains(CLASS) && line.contains("(top)"));
        }
    }

    @Test
    void isEmptyWhereTheClassPathHasAFolder() throws Exception {
        Path classes =
                Path.of(Hello.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(classes).isDirectory();
        try (ClassArchive archive = ClassArchive.of(java(classes), LIMIT)) {
            assertThat(archive.options()).isEmpty();
        }
    }

    @Test
    void isEmptyWhereTheProgramFails() throws Exception {
        try (ClassArchive archive = ClassArchive.of(java(folder.resolve("none.jar")), LIMIT)) {
            assertThat(archive.options()).isEmpty();
        }
    }
}
