package vn.monitoring.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The words of a command line: options with a value (`--name value`) and the rest.
final class Arguments {

    private final List<String> words;

    Arguments(String... words) {
        this.words = new ArrayList<>(List.of(words));
    }

    /// Takes the option out.
    ///
    /// @throws IllegalArgumentException when it stands there without a value
    Optional<String> take(String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    Optional<Integer> takeNumber(String name) {
        return take(name).map(text -> number(name, text));
    }

    /// Numbers with commas between them.
    Optional<List<Integer>> takeNumbers(String name) {
        return takeList(name)
                .map(words -> words.stream().map(word -> number(name, word)).toList());
    }

    private static Integer number(String name, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + text, e);
        }
    }

    /// Words with commas between them.
    Optional<List<String>> takeList(String name) {
        return take(name)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .filter(word -> !word.isBlank())
                        .toList());
    }

    /// What no option has taken, with one blank between the words.
    String rest() {
        return String.join(" ", words);
    }
}
