// Papers as other people's work is cited: by author and year in the text, and in a list at the end.
package org.quoin.app.export;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Run;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;

/// Nothing is made up: a paper without authors is named by its title, one without a title by its first words,
/// one without a year as having none. What would be cited alike is told apart by letters.
public final class References {
    private static final int LETTERS = 26;

    private final Map<PaperId, String> citations;
    private final List<Block.Reference> list;

    private References(Map<PaperId, String> citations, List<Block.Reference> list) {
        this.citations = citations;
        this.list = list;
    }

    /// @param label its title or, when it has none, what stands for it
    public record Cited(Paper paper, String label) {}

    /// @param papers in any order; the same twice is once
    public static References of(Collection<Cited> papers) {
        List<Cited> distinct = List.copyOf(papers.stream()
                .collect(Collectors.toMap(
                        cited -> cited.paper().id(), Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values());
        CslStyle plain = new CslStyle(distinct, Map.of());
        List<Cited> sorted = sorted(distinct, plain.entries());
        CslStyle lettered = new CslStyle(sorted, letters(sorted, plain));
        var entries = new ArrayList<Block.Reference>();
        List<String> html = lettered.entries();
        for (int i = 0; i < sorted.size(); i++) {
            entries.add(entry(sorted.get(i).paper(), html.get(i)));
        }
        return new References(
                sorted.stream()
                        .map(cited -> cited.paper().id())
                        .collect(Collectors.toMap(Function.identity(), lettered::citation)),
                entries);
    }

    /// `Okafor & Lindqvist, 2021`, without brackets.
    ///
    /// @throws IllegalArgumentException when the paper is not among these
    public Run.Citation citation(PaperId paper) {
        String words = citations.get(paper);
        if (words == null) {
            throw new IllegalArgumentException("paper " + paper + " is cited and not among the references");
        }
        return new Run.Citation(words, paper.value());
    }

    /// Several, with semicolons between them.
    public List<Run> citations(Collection<PaperId> papers) {
        var runs = new ArrayList<Run>();
        list.stream()
                .map(entry -> new PaperId(entry.key()))
                .filter(papers::contains)
                .forEach(paper -> {
                    if (!runs.isEmpty()) {
                        runs.add(new Run.Text("; "));
                    }
                    runs.add(citation(paper));
                });
        return runs;
    }

    /// All of them, by author, year and title.
    public Block.References list() {
        return new Block.References(list);
    }

    /// As their entries sort, which begin with author, year and title.
    private static List<Cited> sorted(List<Cited> papers, List<String> entries) {
        Map<PaperId, String> keys = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            keys.put(
                    papers.get(i).paper().id(),
                    Jsoup.parseBodyFragment(entries.get(i)).text());
        }
        Collator alphabet = Collator.getInstance(ULocale.UK);
        // Spaces, brackets and quotation marks do not sort a name before its namesakes.
        alphabet.setStrength(Collator.SECONDARY);
        return papers.stream()
                .sorted(Comparator.<Cited, String>comparing(
                                cited -> keys.getOrDefault(cited.paper().id(), ""), alphabet::compare)
                        .thenComparing(cited -> cited.paper().id()))
                .toList();
    }

    /// `a`, `b`, ... for those that would be cited alike.
    private static Map<PaperId, String> letters(List<Cited> sorted, CslStyle plain) {
        Map<String, List<PaperId>> alike =
                sorted.stream().map(cited -> cited.paper().id()).collect(Collectors.groupingBy(plain::citation));
        Map<PaperId, String> letters = new HashMap<>();
        alike.values().stream().filter(papers -> papers.size() > 1).forEach(papers -> {
            for (int i = 0; i < papers.size(); i++) {
                letters.put(papers.get(i), letter(i));
            }
        });
        return letters;
    }

    /// After `z` comes `aa`.
    private static String letter(int number) {
        String last = Character.toString('a' + number % LETTERS);
        return number < LETTERS ? last : letter(number / LETTERS - 1) + last;
    }

    private static Block.Reference entry(Paper paper, String html) {
        var runs = new ArrayList<Run>();
        String link = paper.doi() == null ? "" : CslStyle.RESOLVER + paper.doi();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> add(runs, node, link, false));
        if (paper.retracted() != null) {
            runs.add(new Run.Strong(" [Retracted: " + Bibliography.line(paper.retracted()) + "]"));
        }
        if (paper.fictional()) {
            runs.add(new Run.Strong(" [Fictional: written for demonstration]"));
        }
        return new Block.Reference(paper.id().value(), runs);
    }

    /// @param link what the entry ends with that leads to the paper; empty when nothing does
    private static void add(List<Run> runs, Node node, String link, boolean italic) {
        if (node instanceof TextNode words) {
            String text = CslStyle.unshielded(words.getWholeText());
            if (!link.isEmpty() && text.endsWith(link)) {
                runs.add(new Run.Text(text.substring(0, text.length() - link.length())));
                runs.add(new Run.Link(link, encoded(link)));
            } else {
                runs.add(italic ? new Run.Emphasis(text) : new Run.Text(text));
            }
        } else if (node instanceof Element element) {
            boolean slanted = italic || element.attr("style").contains("italic");
            element.childNodes().forEach(child -> add(runs, child, link, slanted));
        }
    }

    /// A DOI may have characters that an address may not.
    private static String encoded(String link) {
        try {
            return new URI("https", "doi.org", link.substring(CslStyle.RESOLVER.length() - 1), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address that cannot be encoded: " + link, e);
        }
    }
}
