package vn.monitoring.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// Writes a jar without content that only names others: a program with a long class path becomes one short `-jar`.
public final class ClassPathJar {

    private ClassPathJar() {}

    /// @param folder where to write it; it names the others by their place relative to this folder
    /// @param opens packages of the JDK, as in `java.base/java.lang`, that the program reflects on
    public static void write(Path folder, String name, List<Path> classPath, String mainClass, List<String> opens) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath.stream()
                        .map(entry -> folder.relativize(entry).toString())
                        .collect(Collectors.joining(" ")));
        attributes.putValue("Add-Opens", String.join(" ", opens));
        attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
        try {
            new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
