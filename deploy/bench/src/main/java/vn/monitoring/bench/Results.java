package vn.monitoring.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.FigurePlot;
import vn.monitoring.client.Json;
import vn.monitoring.client.Screen;

/// Where results are kept: a file for each run in `deploy/bench/results`, which git ignores, and the one that was asked
/// for by `--json`.
///
/// @param json also written, the same
record Results(Path folder, Screen screen, Optional<Path> json) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

    static Results of(Path project, Screen screen, Optional<Path> json) {
        return new Results(project.resolve("deploy/bench/results"), screen, json);
    }

    /// A name for this run's files, without an ending.
    static String name(String what) {
        return what + "-" + LocalDateTime.now(ZONE).format(MINUTE);
    }

    /// @param name as of [#name]
    void keep(String name, Object result) {
        Path file = folder.resolve(name + ".json");
        String text = Json.write(result);
        write(file, text);
        json.ifPresent(other -> write(other, text));
        screen.line("");
        screen.line("Written to " + file);
    }

    /// What is kept only where it was asked for.
    void show(Object result) {
        json.ifPresent(file -> write(file, Json.write(result)));
    }

    /// The figures that have a target as a picture, the newest alone.
    void plot(String suite, Map<String, Object> result) {
        if (result.get("figures") instanceof List<?> all) {
            List<Figure> figures = all.stream()
                    .filter(Figure.class::isInstance)
                    .map(Figure.class::cast)
                    .toList();
            write(folder.resolve(suite + ".svg"), FigurePlot.svg("bench " + suite, figures));
        }
    }

    /// A page to read, the newest alone.
    void page(String name, String markdown) {
        write(folder.resolve(name + ".md"), markdown);
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
