package vn.monitoring.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param project the project's folder
/// @param registry where to push the images, which otherwise become files
/// @param base an image to build upon instead of the build's own
/// @param applications the ones whose images to make
/// @param recording whether to record start-up caches that are missing
record Options(
        Path project, Optional<String> registry, Optional<String> base, List<String> applications, boolean recording) {

    static Options parse(List<String> words) {
        Options options = new Options(Path.of("."), Optional.empty(), Optional.empty(), Main.APPLICATIONS, true);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--without-cache")) {
                options = options.withoutRecording();
            } else if (i + 1 == words.size()) {
                throw unknown(word);
            } else {
                i++;
                options = options.with(word, words.get(i));
            }
        }
        return options;
    }

    private Options withoutRecording() {
        return new Options(project, registry, base, applications, false);
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--project" -> new Options(Path.of(value), registry, base, applications, recording);
            case "--push" -> new Options(project, Optional.of(value), base, applications, recording);
            case "--base" -> new Options(project, registry, Optional.of(value), applications, recording);
            case "--only" -> new Options(project, registry, base, List.of(application(value)), recording);
            default -> throw unknown(word);
        };
    }

    private static ImageFailure unknown(String word) {
        return new ImageFailure("images does not know %s, or it needs a value: see ./platform --help.".formatted(word));
    }

    private static String application(String name) {
        if (!Main.APPLICATIONS.contains(name)) {
            throw new ImageFailure("There is no application %s: choose one of %s.".formatted(name, Main.APPLICATIONS));
        }
        return name;
    }
}
