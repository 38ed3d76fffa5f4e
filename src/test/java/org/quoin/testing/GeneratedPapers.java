// Many articles made by varying real ones: for measuring an import, and for cutting one short.
package org.quoin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Each copy has a title, registered numbers and some words of its own, so that it is another paper with another
/// text. The same seed gives the same files.
public final class GeneratedPapers {
    private static final Pattern NUMBER =
            Pattern.compile("(<article-id[^>]*pub-id-type=\"(?:doi|pmid|pmc|pmcid)\"[^>]*>)([^<]*)(</article-id>)");
    private static final Pattern TITLE = Pattern.compile("(<article-title[^>]*>)");
    private static final Pattern PARAGRAPH = Pattern.compile("(<p(?: [^>]*)?>)");

    /// One paragraph in so many gets words of its own.
    private static final int CHANGED = 4;

    private GeneratedPapers() {}

    /// @param args folder to write into, number of papers, seed, folders of articles to vary
    public static void main(String[] args) throws IOException {
        List<Path> originals = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            try (var files = Files.list(Path.of(args[i]))) {
                originals.addAll(files.filter(file -> file.toString().endsWith(".xml"))
                        .sorted()
                        .toList());
            }
        }
        write(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]), originals);
    }

    /// Writes `paper-00001.xml` and so on into a folder, which is made.
    public static void write(Path folder, int papers, long seed, List<Path> originals) throws IOException {
        Files.createDirectories(folder);
        List<String> articles = originals.stream().map(GeneratedPapers::read).toList();
        for (int i = 0; i < papers; i++) {
            var random = new Random(seed + i);
            String article = varied(articles.get(i % articles.size()), i + 1, random);
            Files.writeString(folder.resolve("paper-%05d.xml".formatted(i + 1)), article);
        }
    }

    private static String varied(String article, int number, Random random) {
        String numbered = NUMBER.matcher(article).replaceAll(found -> {
            String own = found.group(1).contains("\"doi\"")
                    ? "10.5555/" + number
                    : (found.group(1).contains("pmc") ? "PMC" : "") + (900_000_000 + number);
            return Matcher.quoteReplacement(found.group(1) + own + found.group(3));
        });
        String titled = TITLE.matcher(numbered).replaceFirst("$1Varied paper " + number + ": ");
        return PARAGRAPH.matcher(titled).replaceAll(found -> {
            boolean changed = random.nextInt(CHANGED) == 0;
            return Matcher.quoteReplacement(found.group(1)
                    + (changed ? "In case " + random.nextInt(1_000_000) + " of paper " + number + ", " : ""));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
