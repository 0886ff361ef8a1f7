package vn.monitoring.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Markdown file of the repository: its fenced blocks, its headings as anchors, and its text without code.
record Document(Path file, List<Block> blocks, Set<String> anchors, String prose) {

    /// A fenced block. What follows the language in the opening line is its note: `skip` means that it is not run.
    record Block(String language, String note, String text) {

        boolean isRun(String asked) {
            return language.equals(asked) && !note.contains("skip");
        }
    }

    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", ".git", ".platform", "clients");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern UNSPEAKABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} _-]");

    static Document read(Path file) {
        List<Block> blocks = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder block = null;
        String opening = "";
        for (String line : lines(file)) {
            if (line.startsWith("```")) {
                if (block == null) {
                    opening = line.substring(3).strip();
                    block = new StringBuilder();
                } else {
                    String[] words = opening.split(" ", 2);
                    blocks.add(new Block(words[0], words.length == 1 ? "" : words[1], block.toString()));
                    block = null;
                }
            } else if (block != null) {
                block.append(line).append('\n');
            } else {
                prose.append(line).append('\n');
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    String anchor = anchor(heading.group(1));
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(before == 0 ? anchor : anchor + "-" + before);
                }
            }
        }
        return new Document(file, List.copyOf(blocks), Set.copyOf(anchors), prose.toString());
    }

    /// Every Markdown file that is written by hand.
    static List<Document> all(Path root) {
        List<Document> documents = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean isModule = folder.equals(root.resolve("deploy/clients"));
                    return NOT_OURS.contains(folder.getFileName().toString()) && !isModule
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        documents.add(read(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /// The blocks of a language that are run, one after the other.
    String program(String language) {
        return String.join(
                "\n",
                blocks.stream()
                        .filter(block -> block.isRun(language))
                        .map(Block::text)
                        .toList());
    }

    /// As the places that show these files make it of a heading.
    private static String anchor(String heading) {
        String text = LINK.matcher(heading.strip()).replaceAll("$1").replace("`", "");
        return UNSPEAKABLE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
