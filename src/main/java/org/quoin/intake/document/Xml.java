// Parsing XML from strangers: nothing outside the file is read, entities cannot explode, depth and size are
// limited.
package org.quoin.intake.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

public final class Xml {
    private static final Pattern PREAMBLE = Pattern.compile("\\s+|<\\?.*?\\?>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<(?:!DOCTYPE\\s+)?(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");
    private static final String LIMIT_REACHED = "JAXP0001";

    /// The parser's own limits, where its defaults would refuse real papers or where they matter most.
    private static final Map<String, String> PARSER_LIMITS = Map.of(
            // A chapter on statistics names thousands of Greek letters by entities of one character each.
            "jdk.xml.entityExpansionLimit", "200000",
            // What all entities expand to, together: this is what stops a bomb.
            "jdk.xml.totalEntitySizeLimit", "2000000",
            "jdk.xml.maxGeneralEntitySizeLimit", "200000",
            "jdk.xml.maxParameterEntitySizeLimit", "200000",
            "jdk.xml.entityReplacementLimit", "2000000",
            // Depth is counted here, with a message that says so.
            "jdk.xml.maxElementDepth", "0");

    private Xml() {}

    /// The local name of the root element, or the one its document type declares, when the file begins as XML
    /// does.
    public static Optional<String> rootName(Source source) {
        String head = source.head();
        int from = 0;
        Matcher preamble = PREAMBLE.matcher(head);
        while (preamble.region(from, head.length()).lookingAt()) {
            from = preamble.end();
        }
        Matcher root = ROOT.matcher(head).region(from, head.length());
        return root.lookingAt() ? Optional.of(root.group(1)) : Optional.empty();
    }

    /// The whole file as a tree.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming line and column when it is not
    ///     well-formed, or when a limit is reached
    public static XmlElement parse(Source source, Budget budget, Notes notes) {
        XmlElement document = new XmlElement("", Map.of());
        parse(source, budget, notes, Set.of(), document::add);
        return document.children().findFirst().orElseThrow();
    }

    /// Hands over each element of these names when it is complete and then forgets it, so that an export of any
    /// number of records needs the memory of one. Without a name it hands over the root.
    ///
    /// @throws org.quoin.model.ProblemException as for the other
    public static void parse(
            Source source, Budget budget, Notes notes, Set<String> units, Consumer<XmlElement> consumer) {
        var handler = new TreeBuilder(source, budget, notes, units, consumer);
        try {
            XMLReader reader = newReader();
            reader.setContentHandler(handler);
            reader.setEntityResolver(handler);
            reader.setErrorHandler(handler);
            reader.setDTDHandler(handler);
            var input = new InputSource(new ByteArrayInputStream(source.bytes()));
            // Relative addresses in the file lead nowhere; the resolver answers all of them.
            input.setSystemId("file:///");
            reader.parse(input);
        } catch (SAXParseException e) {
            String message = String.valueOf(e.getMessage());
            String place = " at line " + e.getLineNumber() + ", column " + e.getColumnNumber();
            if (message.contains(LIMIT_REACHED)) {
                throw Problem.limitReached(source.name() + " has entities that grow beyond what is read" + place
                        + "; a paper has none like that (" + firstLine(message) + ")");
            }
            throw Problem.invalid(source.name() + " is not well-formed XML" + place + ": " + firstLine(message));
        } catch (SAXException e) {
            throw Problem.invalid(
                    source.name() + " is not well-formed XML: " + firstLine(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            // Nothing is read but bytes in memory: what fails is turning them into characters.
            throw Problem.invalid(source.name() + " is not in the encoding it names" + handler.place() + ": "
                    + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static XMLReader newReader() throws SAXException {
        try {
            // The platform's own parser, whatever else is on the class path.
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setValidating(false);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            for (var limit : PARSER_LIMITS.entrySet()) {
                reader.setProperty(limit.getKey(), limit.getValue());
            }
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return reader;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser cannot be made safe", e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static final class TreeBuilder extends DefaultHandler2 {
        private final Source source;
        private final Budget budget;
        private final Notes notes;
        private final Set<String> units;
        private final Consumer<XmlElement> consumer;
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private final StringBuilder words = new StringBuilder();
        private @Nullable Locator locator;

        private TreeBuilder(
                Source source, Budget budget, Notes notes, Set<String> units, Consumer<XmlElement> consumer) {
            this.source = source;
            this.budget = budget;
            this.notes = notes;
            this.units = units;
            this.consumer = consumer;
        }

        private String place() {
            return locator == null ? "" : " after line " + locator.getLineNumber();
        }

        @Override
        public void setDocumentLocator(Locator newLocator) {
            locator = newLocator;
        }

        /// Stands in for the DTD that a file refers to: the characters that the file names, and nothing else of
        /// it. No other entity outside the file is asked for.
        @Override
        public InputSource resolveEntity(
                @Nullable String name, @Nullable String publicId, @Nullable String baseUri, String systemId) {
            return new InputSource(new StringReader(NamedCharacters.declarations(source)));
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes given) {
            endWords();
            budget.useElement(open.size() + 1);
            Map<String, String> attributes = HashMap.newHashMap(given.getLength());
            for (int i = 0; i < given.getLength(); i++) {
                attributes.putIfAbsent(given.getLocalName(i), given.getValue(i));
            }
            XmlElement element = new XmlElement(localName, attributes);
            if (!open.isEmpty()) {
                open.getFirst().add(element);
            }
            open.push(element);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            endWords();
            XmlElement element = open.pop();
            if (units.isEmpty() ? open.isEmpty() : units.contains(element.name())) {
                consumer.accept(element);
                if (!open.isEmpty()) {
                    open.getFirst().removeLast();
                }
            }
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            budget.useCharacters(length);
            words.append(chars, start, length);
        }

        @Override
        public void skippedEntity(String name) {
            if (name.startsWith("%") || name.equals("[dtd]")) {
                return;
            }
            if (NamedCharacters.areDeclared(source, name)) {
                notes.add(What.EXTERNAL_ENTITY, name);
            } else {
                notes.add(What.UNKNOWN_CHARACTER, "&" + name + ";");
                words.append('&').append(name).append(';');
            }
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        private void endWords() {
            if (!words.isEmpty()) {
                if (!open.isEmpty()) {
                    open.getFirst().add(words.toString());
                }
                words.setLength(0);
            }
        }
    }
}
