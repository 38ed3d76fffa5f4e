// How an evidence document becomes a Lucene document and back: fields, analysis, similarity, vector format.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FloatVectorValues;
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
import org.quoin.model.Quotation;
import org.quoin.search.EvidenceDocument;
import tools.jackson.databind.json.JsonMapper;

final class Mapping {
    /// Goes up with every change to this class or to [EvidenceDocument#texts()] that makes an older index wrong.
    static final int VERSION = 2;

    /// The item's id: term, and doc value to order by.
    static final String ID = "id";

    static final String PAPER = "paper";

    /// All texts an item is found by, analysed.
    static final String WORDS = "words";

    static final String VECTOR = "vector";

    /// `DIMENSION/VALUE`, many a document: terms to filter by, doc values to count. The dimensions are `kind`,
    /// `study`, `voice`, `state` and each concept scheme.
    static final String TAG = "tag";

    static final String FICTIONAL = "fictional";

    /// The whole [EvidenceDocument] as JSON.
    static final String DOCUMENT = "document";

    static final String KIND_TAG = "kind";
    static final String STUDY_TAG = "study";
    static final String VOICE_TAG = "voice";
    static final String STATE_TAG = "state";

    /// BM25 of Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond". Short
    /// passages want less saturation by repetition and by length than Lucene's defaults (1.2, 0.75): measured
    /// on quotes, 1.5 and 0.75 cost 0.012 nDCG@10.
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    /// English stems and stop words; a phrase does not run from one text of an item into the next.
    static final Analyzer ANALYZER = new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        private final Analyzer english = new EnglishAnalyzer();

        @Override
        protected Analyzer getWrappedAnalyzer(String fieldName) {
            return english;
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return 100;
        }
    };

    /// Vectors quantised to 7 bits a dimension beside the exact ones: as good a graph as exact vectors give,
    /// with a quarter of the memory. Similarities that are shown and ranked by are computed from the exact
    /// ones. 16 links a node and 100 candidates while building are Lucene's defaults.
    static final Codec CODEC = new Lucene104Codec() {
        private final KnnVectorsFormat sevenBits =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, 16, 100);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return sevenBits;
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Mapping() {}

    /// @param vector of the document's passage, or null when there is no model
    static Document toLucene(EvidenceDocument document, float @Nullable [] vector) {
        Document lucene = new Document();
        lucene.add(new StringField(ID, document.id().value(), Field.Store.NO));
        lucene.add(new SortedDocValuesField(ID, new BytesRef(document.id().value())));
        lucene.add(new StringField(PAPER, document.paper().value(), Field.Store.NO));
        lucene.add(new StringField(FICTIONAL, Boolean.toString(document.fictional()), Field.Store.NO));
        tags(document).distinct().forEach(tag -> {
            lucene.add(new StringField(TAG, tag, Field.Store.NO));
            lucene.add(new SortedSetDocValuesField(TAG, new BytesRef(tag)));
        });
        document.texts().forEach(text -> lucene.add(new TextField(WORDS, text, Field.Store.NO)));
        if (vector != null) {
            lucene.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        lucene.add(new StoredField(DOCUMENT, JSON.writeValueAsBytes(document)));
        return lucene;
    }

    /// @param stored a document read with its [#DOCUMENT] field
    static EvidenceDocument fromLucene(Document stored) {
        BytesRef json = stored.getBinaryValue(DOCUMENT);
        return JSON.readValue(json.bytes, json.offset, json.length, EvidenceDocument.class);
    }

    /// The vector of a document, or null when it was written without one.
    static float @Nullable [] vector(IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(VECTOR);
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

    private static Stream<String> tags(EvidenceDocument document) {
        return Stream.of(
                        Stream.of(
                                tag(KIND_TAG, document.kind().key()),
                                tag(STUDY_TAG, document.study().value()),
                                tag(STATE_TAG, document.state())),
                        document.quotations().stream().map(Quotation::voice).map(voice -> tag(VOICE_TAG, voice)),
                        Stream.of(document.concepts(), document.studyConcepts(), document.broader())
                                .flatMap(List::stream)
                                .map(concept -> tag(concept.scheme(), concept.key())))
                .flatMap(tags -> tags);
    }
}
