package vn.monitoring.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param project the project's folder
/// @param registry where to push the images, which otherwise become files
/// @param base an image to build upon instead of the build's own
/// @param recorded the one application to make, with a start-up cache recorded for it
record Options(Path project, Optional<String> registry, Optional<String> base, Optional<String> recorded) {

    static Options parse(List<String> words) {
        Options options = new Options(Path.of("."), Optional.empty(), Optional.empty(), Optional.empty());
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (i + 1 == words.size()) {
                throw new ImageFailure(word + " needs a value: see ./platform --help.");
            }
            options = options.with(word, words.get(i + 1));
        }
        return options;
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--project" -> new Options(Path.of(value), registry, base, recorded);
            case "--push" -> new Options(project, Optional.of(value), base, recorded);
            case "--base" -> new Options(project, registry, Optional.of(value), recorded);
            case "--record" -> new Options(project, registry, base, Optional.of(application(value)));
            default -> throw new ImageFailure("images does not know %s: see ./platform --help.".formatted(word));
        };
    }

    private static String application(String name) {
        if (!Main.APPLICATIONS.contains(name)) {
            throw new ImageFailure("There is no application %s: choose one of %s.".formatted(name, Main.APPLICATIONS));
        }
        return name;
    }
}
