package vn.monitoring.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The font of an image, Liberation Serif.
///
/// Java draws no letter before it knows the system's fonts, not even with a font that a program brings along, as the
/// charts of documents do. An image has no fontconfig to ask: Java is told of the one font instead.
final class Fonts {

    /// Where Java finds what is said of it.
    static final String CONFIGURATION = "/opt/fonts/fontconfig.properties";

    private static final String FONT = "/opt/fonts/LiberationSerif-Regular.ttf";
    private static final List<String> LOGICAL = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private Fonts() {}

    /// @param scratch a folder for what is made on the way
    static FileEntriesLayer layer(Path scratch) throws IOException {
        Path own = Files.createDirectories(scratch.resolve("fonts"));
        FileEntriesLayer.Builder layer = Layers.layer("fonts");
        Path configuration = own.resolve("fontconfig.properties");
        Layers.put(
                layer, Files.writeString(configuration, configuration(), StandardCharsets.ISO_8859_1), CONFIGURATION);
        Layers.put(layer, unpacked("LiberationSerif-Regular.ttf", own), FONT);
        Layers.put(layer, unpacked("LICENSE", own), "/opt/fonts/LICENSE");
        return layer.build();
    }

    /// In the form of a JDK's own `fontconfig.properties`: every logical font is the one.
    private static String configuration() {
        Stream<String> logical = LOGICAL.stream()
                .flatMap(name -> STYLES.stream().map(style -> "%s.%s.all=Liberation_Serif".formatted(name, style)));
        Stream<String> lines = Stream.of(
                        Stream.of("version=1", "sequence.allfonts=all"),
                        logical,
                        Stream.of("filename.Liberation_Serif=" + FONT))
                .flatMap(part -> part);
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static Path unpacked(String name, Path folder) throws IOException {
        String place = "/liberation/" + name;
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(place), place)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
