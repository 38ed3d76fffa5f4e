// How what is found becomes a Lucene document and back: fields, analysis, similarity, vector format.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.PassageDocument;
import tools.jackson.databind.json.JsonMapper;

final class Mapping {
    /// Goes up with every change to this class or to [EvidenceDocument#texts()] that makes an older index wrong.
    static final int VERSION = 4;

    /// Which [Target] a document belongs to.
    static final String TYPE = "type";

    /// The id of an item or a passage: term, and doc value to order by.
    static final String ID = "id";

    static final String PAPER = "paper";

    /// Doc value to group by.
    static final String STUDY = "study";

    /// Texts that can be asked for by name, by the name: words as they are written and as stems.
    static final Map<String, String> FIELDS = Stream.of("quote", "context", "statement", "title", "section", "topic")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> "in-" + name));

    /// `DIMENSION/VALUE`, many a document: terms to filter by, doc values to count. The dimensions are `kind`,
    /// `study`, `voice`, `state` and each concept scheme.
    static final String TAG = "tag";

    static final String FICTIONAL = "fictional";

    /// The whole [EvidenceDocument] or [PassageDocument] as JSON.
    static final String DOCUMENT = "document";

    static final String KIND_TAG = "kind";
    static final String STUDY_TAG = "study";
    static final String VOICE_TAG = "voice";
    static final String STATE_TAG = "state";
    static final String YEAR_TAG = "year";

    /// BM25 of Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond". Short
    /// passages want less saturation by repetition and by length than Lucene's defaults (1.2, 0.75): measured
    /// on quotes, 1.5 and 0.75 cost 0.012 nDCG@10.
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    /// English stems and stop words; a phrase does not run from one text of an item into the next.
    static final Analyzer ANALYZER = new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        private final Analyzer english = new EnglishAnalyzer();
        private final Analyzer words = new StandardAnalyzer();
        private final Analyzer both = new WordsAndStems();

        @Override
        protected Analyzer getWrappedAnalyzer(String fieldName) {
            if (FIELDS.containsValue(fieldName)) {
                return both;
            }
            return SURFACES.contains(fieldName) ? words : english;
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return 100;
        }
    };

    /// Vectors quantised to 7 bits a dimension beside the exact ones: as good a graph as exact vectors give,
    /// with a quarter of the memory. Similarities that are shown and ranked by are computed from the exact
    /// ones. 16 links a node are Lucene's default, and cannot be changed without a new [#VERSION]: Lucene
    /// cannot join graphs that differ in it. 250 candidates while building, instead of 100, take 1.4 times as
    /// long and need a quarter fewer neighbours for the same recall.
    static final Codec CODEC = new Lucene104Codec() {
        private final KnnVectorsFormat sevenBits =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, 16, 250);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return sevenBits;
        }
    };

    private static final Set<String> SURFACES = Set.of(Target.EVIDENCE.surface(), Target.PASSAGES.surface());

    /// Which words there are, for wildcards and spelling.
    private static final FieldType SURFACE_TYPE = type(IndexOptions.DOCS_AND_FREQS);

    private static final FieldType FIELD_TYPE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Mapping() {}

    /// @param model that made the vector
    /// @param vector of the document's passage, or null when it has none yet
    static Document toLucene(EvidenceDocument document, String model, float @Nullable [] vector) {
        Document lucene = document(
                Target.EVIDENCE,
                document.id().value(),
                document.paper(),
                document.study(),
                document.fictional(),
                Stream.concat(
                        tags(document.year(), document.studyConcepts(), document.broader()),
                        Stream.of(
                                        Stream.of(
                                                tag(KIND_TAG, document.kind().key()), tag(STATE_TAG, document.state())),
                                        document.quotations().stream()
                                                .map(quotation -> tag(VOICE_TAG, quotation.voice())),
                                        document.concepts().stream()
                                                .map(concept -> tag(concept.scheme(), concept.key())))
                                .flatMap(tags -> tags)));
        addTexts(lucene, Target.EVIDENCE, document.texts());
        addVector(lucene, Target.EVIDENCE.vector(model), vector);
        document.quotations().forEach(quotation -> addField(lucene, "quote", quotation.exact()));
        addField(lucene, "context", document.context());
        addField(lucene, "statement", document.statement());
        addField(lucene, "title", document.studyTitle());
        addField(lucene, "section", document.section());
        document.topics().forEach(topic -> addField(lucene, "topic", topic));
        lucene.add(new StoredField(DOCUMENT, JSON.writeValueAsBytes(document)));
        return lucene;
    }

    /// @param model that made the vector
    /// @param vector of the passage, or null when it has none yet
    static Document toLucene(PassageDocument document, String model, float @Nullable [] vector) {
        Document lucene = document(
                Target.PASSAGES,
                document.id(),
                document.paper(),
                document.study(),
                document.fictional(),
                tags(document.year(), document.studyConcepts(), document.broader()));
        addTexts(lucene, Target.PASSAGES, document.texts());
        addVector(lucene, Target.PASSAGES.vector(model), vector);
        addField(lucene, "quote", document.exact());
        addField(lucene, "title", document.studyTitle());
        addField(lucene, "section", document.section());
        lucene.add(new StoredField(DOCUMENT, JSON.writeValueAsBytes(document)));
        return lucene;
    }

    private static Document document(
            Target target, String id, PaperId paper, StudyId study, boolean fictional, Stream<String> tags) {
        Document lucene = new Document();
        lucene.add(new StringField(TYPE, target.type(), Field.Store.NO));
        lucene.add(new StringField(ID, id, Field.Store.NO));
        lucene.add(new SortedDocValuesField(ID, new BytesRef(id)));
        lucene.add(new StringField(PAPER, paper.value(), Field.Store.NO));
        lucene.add(new SortedDocValuesField(STUDY, new BytesRef(study.value())));
        lucene.add(new StringField(FICTIONAL, Boolean.toString(fictional), Field.Store.NO));
        Stream.concat(tags, Stream.of(tag(STUDY_TAG, study.value()))).distinct().forEach(tag -> {
            lucene.add(new StringField(TAG, tag, Field.Store.NO));
            lucene.add(new SortedSetDocValuesField(TAG, new BytesRef(tag)));
        });
        return lucene;
    }

    private static void addTexts(Document lucene, Target target, List<String> texts) {
        texts.forEach(text -> {
            lucene.add(new TextField(target.words(), text, Field.Store.NO));
            lucene.add(new Field(target.surface(), text, SURFACE_TYPE));
        });
    }

    private static void addVector(Document lucene, String field, float @Nullable [] vector) {
        if (vector != null) {
            lucene.add(new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
    }

    private static void addField(Document lucene, String name, @Nullable String text) {
        if (text != null) {
            lucene.add(new Field(Objects.requireNonNull(FIELDS.get(name)), text, FIELD_TYPE));
        }
    }

    /// @param stored a document read with its [#DOCUMENT] field
    static EvidenceDocument evidence(Document stored) {
        return read(stored, EvidenceDocument.class);
    }

    /// @param stored a document read with its [#DOCUMENT] field
    static PassageDocument passage(Document stored) {
        return read(stored, PassageDocument.class);
    }

    private static <T> T read(Document stored, Class<T> type) {
        BytesRef json = stored.getBinaryValue(DOCUMENT);
        return JSON.readValue(json.bytes, json.offset, json.length, type);
    }

    /// What the vector of a document is made of.
    ///
    /// @param stored a document of the target, read with its [#DOCUMENT] field
    static String embedded(Target target, Document stored) {
        return target.equals(Target.EVIDENCE)
                ? evidence(stored).passage()
                : passage(stored).passage();
    }

    /// The same document with a vector.
    ///
    /// @param stored a document of the target, read with its [#DOCUMENT] field
    static Document withVector(Target target, Document stored, String model, float @Nullable [] vector) {
        return target.equals(Target.EVIDENCE)
                ? toLucene(evidence(stored), model, vector)
                : toLucene(passage(stored), model, vector);
    }

    /// The vector of a document, or null when it has none.
    ///
    /// @param field as [Target#vector] gives it
    static float @Nullable [] vector(IndexReader reader, int document, String field) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
        if (vectors == null) {
            return null;
        }
        DocIndexIterator documents = vectors.iterator();
        return documents.advance(document - leaf.docBase) == document - leaf.docBase
                ? vectors.vectorValue(documents.index()).clone()
                : null;
    }

    static String tag(String dimension, String value) {
        return dimension + "/" + value;
    }

    private static Stream<String> tags(
            @Nullable Integer year, List<ConceptRef> studyConcepts, List<ConceptRef> broader) {
        return Stream.concat(
                Stream.ofNullable(year).map(when -> tag(YEAR_TAG, when.toString())),
                Stream.concat(studyConcepts.stream(), broader.stream())
                        .map(concept -> tag(concept.scheme(), concept.key())));
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
