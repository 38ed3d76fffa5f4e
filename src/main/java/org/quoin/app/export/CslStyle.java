// Has papers cited by the processor of CSL, in our own style.
package org.quoin.app.export;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.References.Cited;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;

/// Style and words are our own and come with the program: nothing is fetched.
final class CslStyle {
    /// Where the DOI of a reference leads.
    static final String RESOLVER = "https://doi.org/";

    private static final String LANGUAGE = "en-GB";
    private static final String STYLE = resource("references.csl");
    private static final String LOCALE = resource("references-en-GB.xml");

    /// The processor turns quotation marks as it thinks fit, and wrongly after a colon. Titles are the
    /// sources' own words: their marks pass it as characters that it does not know.
    private static final String MARKS = "\"'“”‘’„‚«»";

    private static final int FIRST_SHIELD = 0xE100;

    /// Words of a title that stand for the whole of it in the text.
    private static final int SHORT_TITLE = 6;

    private final Map<String, CSLItemData> items = new LinkedHashMap<>();
    private final CSL processor;

    /// @param letters that tell apart what would be cited alike, by paper
    CslStyle(List<Cited> papers, Map<PaperId, String> letters) {
        for (Cited cited : papers) {
            PaperId id = cited.paper().id();
            items.put(id.value(), item(cited, letters.get(id)));
        }
        try {
            processor = new CSL(new Items(items), locale -> LOCALE, null, STYLE, LANGUAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of references cannot be read", e);
        }
        processor.setOutputFormat("html");
        processor.registerCitationItems(items.keySet());
    }

    private record Items(Map<String, CSLItemData> all) implements ItemDataProvider {
        @Override
        public @Nullable CSLItemData retrieveItem(String id) {
            return all.get(id);
        }

        @Override
        public Collection<String> getIds() {
            return all.keySet();
        }
    }

    /// In the text, as plain words.
    String citation(PaperId paper) {
        String html = processor.makeCitation(paper.value()).getLast().getText();
        return unshielded(Jsoup.parseBodyFragment(html).body().wholeText());
    }

    /// In the list, as HTML, in the order of the papers; to be [#unshielded].
    List<String> entries() {
        return items.isEmpty()
                ? List.of()
                : Arrays.stream(processor.makeBibliography().getEntries())
                        .map(String::strip)
                        .toList();
    }

    private static CSLItemData item(Cited cited, @Nullable String letter) {
        Paper paper = cited.paper();
        Publication publication = paper.publication();
        String title = Bibliography.line(cited.label());
        var item = new CSLItemDataBuilder()
                .id(paper.id().value())
                .type(CSLType.ARTICLE_JOURNAL)
                .title(shielded(title))
                .titleShort(shielded(shortened(title)))
                .author(paper.authors().stream()
                        .filter(name -> !name.isBlank())
                        .map(CslStyle::name)
                        .toArray(CSLName[]::new));
        if (paper.year() != null && paper.year() > 0) {
            item.issued(paper.year());
        }
        if (letter != null) {
            item.yearSuffix(letter);
        }
        return with(item, publication, paper.doi()).build();
    }

    private static CSLItemDataBuilder with(CSLItemDataBuilder item, Publication publication, @Nullable String doi) {
        if (publication.container() != null) {
            item.containerTitle(shielded(Bibliography.line(publication.container())));
        }
        if (publication.volume() != null) {
            item.volume(publication.volume());
        }
        if (publication.issue() != null) {
            item.issue(publication.issue());
        }
        if (publication.pages() != null) {
            item.page(publication.pages());
        }
        if (doi != null) {
            item.DOI(doi);
        }
        return item;
    }

    private static CSLName name(String display) {
        return switch (AuthorName.of(display)) {
            case AuthorName.Person(String family, String given, String suffix) ->
                person(family, given).suffix(suffix.isEmpty() ? null : suffix).build();
            case AuthorName.Whole(String name, boolean group) -> {
                int comma = name.indexOf(',');
                boolean divided = !group && comma > 0 && comma == name.lastIndexOf(',') && comma < name.length() - 1;
                yield divided
                        ? person(
                                        name.substring(0, comma),
                                        name.substring(comma + 1).strip())
                                .build()
                        : new CSLNameBuilder().literal(shielded(name)).build();
            }
        };
    }

    private static CSLNameBuilder person(String family, String given) {
        return new CSLNameBuilder().family(shielded(family)).given(shielded(given));
    }

    private static String shortened(String title) {
        String[] words = title.split(" ", SHORT_TITLE + 1);
        return words.length <= SHORT_TITLE ? title : String.join(" ", Arrays.copyOf(words, SHORT_TITLE)) + " …";
    }

    private static String shielded(String words) {
        return exchanged(words, true);
    }

    /// What the processor gave, with the marks as they were.
    static String unshielded(String words) {
        return exchanged(words, false);
    }

    private static String exchanged(String words, boolean shield) {
        var exchanged = new StringBuilder();
        words.chars().forEach(c -> {
            int mark = shield ? MARKS.indexOf(c) : c - FIRST_SHIELD;
            boolean isOne = mark >= 0 && mark < MARKS.length();
            exchanged.append((char) (!isOne ? c : shield ? FIRST_SHIELD + mark : MARKS.charAt(mark)));
        });
        return exchanged.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CslStyle.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of references cannot be read", e);
        }
    }
}
