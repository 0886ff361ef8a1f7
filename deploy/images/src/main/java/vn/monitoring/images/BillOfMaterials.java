package vn.monitoring.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;

/// What software is in an image, as CycloneDX: its jars with their checksums, and of a base that the build has made
/// the Java runtime and the system's libraries with their package.
///
/// Made from the application's folder itself, so that it names what is there and nothing else. It bears neither a time
/// nor a serial number: the same content gives the same document.
final class BillOfMaterials {

    /// A line of Quarkus's list: group, artifact, classifier (mostly empty), type and version.
    private record Coordinates(String group, String artifact, String classifier, String type, String version) {

        static Coordinates parse(String line) {
            String[] parts = line.split(":", -1);
            if (parts.length != 5) {
                throw new ImageFailure("Quarkus lists its dependencies in another way than is known here: " + line);
            }
            return new Coordinates(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        /// As Quarkus names the file.
        String file() {
            String suffix = classifier.isEmpty() ? "" : "-" + classifier;
            return "%s.%s-%s%s.%s".formatted(group, artifact, version, suffix, type);
        }

        String packageUrl() {
            String qualifiers = "?type=" + type + (classifier.isEmpty() ? "" : "&classifier=" + classifier);
            return "pkg:maven/%s/%s@%s%s".formatted(group, artifact, version, qualifiers);
        }
    }

    private BillOfMaterials() {}

    /// @param runtime the Java runtime of the base, when the build has made it; another base has a bill of its own
    static String of(String application, String version, Path folder, Optional<Path> runtime) {
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        // Else the library states the time at which it was called.
        metadata.setTimestamp(null);
        metadata.setComponent(component(Component.Type.APPLICATION, "vn.monitoring", application, version));
        bom.setMetadata(metadata);
        runtime.ifPresent(java -> base(java).forEach(bom::addComponent));
        try {
            Map<String, Path> jars = jars(folder);
            for (Coordinates dependency : dependencies(folder)) {
                Path jar = jars.get(dependency.file());
                if (jar != null) {
                    bom.addComponent(library(dependency, jar));
                }
            }
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneratorException e) {
            throw new ImageFailure("The bill of materials of %s cannot be written".formatted(application), e);
        }
    }

    private static List<Component> base(Path runtime) {
        List<Component> base = new ArrayList<>();
        base.add(component(
                Component.Type.PLATFORM,
                System.getProperty("java.vendor"),
                "java",
                Runtime.version().toString()));
        Set<Path> libraries = SystemLibraries.of(runtime);
        libraries.stream()
                .flatMap(library -> SystemPackage.of(library).stream())
                .distinct()
                .map(BillOfMaterials::library)
                .forEach(base::add);
        libraries.stream().map(BillOfMaterials::file).forEach(base::add);
        return base;
    }

    private static List<Coordinates> dependencies(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("quarkus-app-dependencies.txt"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .sorted()
                .map(Coordinates::parse)
                .toList();
    }

    private static Map<String, Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> file,
                            (first, second) -> first,
                            TreeMap::new));
        }
    }

    private static Component library(Coordinates coordinates, Path jar) throws IOException {
        Component library =
                component(Component.Type.LIBRARY, coordinates.group(), coordinates.artifact(), coordinates.version());
        library.setPurl(coordinates.packageUrl());
        library.setBomRef(coordinates.packageUrl());
        library.addHash(new Hash(Hash.Algorithm.SHA_256, Checksum.of(Files.readAllBytes(jar))));
        return library;
    }

    private static Component library(SystemPackage origin) {
        Component library = component(Component.Type.LIBRARY, origin.distribution(), origin.name(), origin.version());
        library.setPurl(origin.packageUrl());
        library.setBomRef(origin.packageUrl());
        return library;
    }

    private static Component file(Path library) {
        Component file = new Component();
        file.setType(Component.Type.FILE);
        file.setName(library.toString());
        try {
            file.addHash(new Hash(Hash.Algorithm.SHA_256, Checksum.of(Files.readAllBytes(library))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Component component(Component.Type type, String group, String name, String version) {
        Component component = new Component();
        component.setType(type);
        component.setGroup(group);
        component.setName(name);
        component.setVersion(version);
        return component;
    }
}
