// An element of an XML file: local names only, because JATS and PubMed need no others.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Made by [Xml]; not changed afterwards.
public final class XmlElement {
    private final String name;
    private final Map<String, String> attributes;

    /// [String]s and [XmlElement]s.
    private final List<Object> content = new ArrayList<>(4);

    XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes.isEmpty() ? Map.of() : new LinkedHashMap<>(attributes);
    }

    public String name() {
        return name;
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /// Empty where there is none.
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    void add(XmlElement child) {
        content.add(child);
    }

    void add(String words) {
        content.add(words);
    }

    /// Forgets what was added last.
    void removeLast() {
        content.removeLast();
    }

    /// Goes through the content in its order.
    public void forEach(Visitor visitor) {
        for (Object item : content) {
            if (item instanceof XmlElement element) {
                visitor.element(element);
            } else {
                visitor.words((String) item);
            }
        }
    }

    public interface Visitor {
        void words(String words);

        void element(XmlElement element);
    }

    public Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    public Stream<XmlElement> children(String childName) {
        return children().filter(child -> child.is(childName));
    }

    public Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    /// The first element reached by going down from here by one name after another.
    Optional<XmlElement> at(String... path) {
        return all(path).findFirst();
    }

    /// All elements reached by going down from here by one name after another.
    public Stream<XmlElement> all(String... path) {
        Stream<XmlElement> level = Stream.of(this);
        for (String step : path) {
            level = level.flatMap(element -> element.children(step));
        }
        return level;
    }

    /// All elements of this name at any depth.
    public Stream<XmlElement> descendants(String descendantName) {
        return children()
                .flatMap(child -> Stream.concat(
                        child.is(descendantName) ? Stream.of(child) : Stream.empty(),
                        child.descendants(descendantName)));
    }

    public boolean has(String childName) {
        return child(childName).isPresent();
    }

    /// All words in it, white space as one space; null when there are none.
    @Nullable
    public String words() {
        StringBuilder all = new StringBuilder();
        gather(all);
        String words = Words.collapsed(all);
        return words.isEmpty() ? null : words;
    }

    /// All words in it, white space as the file has it.
    public String text() {
        StringBuilder all = new StringBuilder();
        gather(all);
        return all.toString();
    }

    private void gather(StringBuilder all) {
        for (Object item : content) {
            if (item instanceof XmlElement element) {
                element.gather(all);
            } else {
                all.append((String) item);
            }
        }
    }
}
