package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A block of Java with a public class that has a main method. */
final class JavaProgram {

    private JavaProgram() {}

    /** Compiles it in a directory, runs it in this JVM, and answers the lines that it prints. */
    static List<String> compileAndRun(Path directory, String block) throws Exception {
        String name = CodeBlocks.className(block);
        Path source = Files.writeString(directory.resolve(name + ".java"), block);
        String[] arguments = {
            "-d", directory.toString(), "-cp", System.getProperty("java.class.path"), source.toString()
        };
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, arguments));
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
