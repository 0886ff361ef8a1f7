package vn.monitoring.local.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program of the platform: a jar and the bounds it runs in.
///
/// Every program runs with the serial collector and a fixed bound, for many small JVMs share one machine. Its jar's
/// manifest holds a flat class path, without which a start-up cache could not hold the application's classes.
///
/// @param name the component's name, also the name of its start-up cache
/// @param heapMegabytes the bound of its heap
/// @param options further options of the JVM
public record Jvm(String name, int heapMegabytes, List<String> options, Path jar) {

    public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /// The JDK's build, which a start-up cache fits alone.
    static final String JDK = String.join(
            " ",
            System.getProperty("java.vm.vendor"),
            System.getProperty("java.vm.version"),
            System.getProperty("os.arch"));

    /// A launcher that only waits needs little.
    public static final List<String> LAUNCHER_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    public List<String> command(List<String> runOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(fixedOptions());
        command.addAll(runOptions);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    /// What a start-up cache depends on: the JVM, its options and the jar, whose folder bears a fingerprint of its own.
    String fingerprint() {
        return new Fingerprint()
                .add(JDK)
                .add(String.join(" ", fixedOptions()))
                .add(jar.toString())
                .text();
    }

    private List<String> fixedOptions() {
        List<String> fixed = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseCompactObjectHeaders",
                // Gives back what the compiler's threads and buffers took for a moment.
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US"));
        fixed.addAll(options);
        return fixed;
    }
}
