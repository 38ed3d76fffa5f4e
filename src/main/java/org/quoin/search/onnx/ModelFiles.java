// The embedding models that come inside Maven artifacts: their files, and how their authors say they are
// used.
package org.quoin.search.onnx;

/// Of the artifacts, `dev.langchain4j:langchain4j-embeddings-*-q`, only the model and tokenizer files are
/// used.
enum ModelFiles {
    /// Xiao et al. 2023, "C-Pack: Packaged Resources To Advance General Chinese Embedding" (the BGE
    /// models); pooling and query instruction of the model card,
    /// <https://huggingface.co/BAAI/bge-small-en-v1.5>.
    BGE_SMALL(
            "bge-small-en-v1.5-int8",
            "bge-small-en-v1.5-q",
            "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
            "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
            Pooling.FIRST_TOKEN,
            "Represent this sentence for searching relevant passages: "),

    /// Reimers & Gurevych 2019, "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks"; pooling
    /// of the model card, <https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2>. It reads 512
    /// tokens; cut at the 128 that its tokenizer's file says it finds less.
    MINI_LM(
            "all-MiniLM-L6-v2-int8",
            "all-minilm-l6-v2-q",
            "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
            Pooling.MEAN,
            "");

    /// Length of the vectors of either.
    static final int DIMENSIONS = 384;

    /// How the hidden states of a text's tokens become one vector.
    enum Pooling {
        FIRST_TOKEN,
        MEAN
    }

    private final String id;
    private final String resource;
    private final String modelSha256;
    private final String tokenizerSha256;
    private final Pooling pooling;
    private final String queryInstruction;

    ModelFiles(
            String name,
            String resource,
            String modelSha256,
            String tokenizerSha256,
            Pooling pooling,
            String queryInstruction) {
        // The digests are checked on loading, so vectors made by different files never share an id.
        this.id = name + "@" + modelSha256.substring(0, 12);
        this.resource = resource;
        this.modelSha256 = modelSha256;
        this.tokenizerSha256 = tokenizerSha256;
        this.pooling = pooling;
        this.queryInstruction = queryInstruction;
    }

    String id() {
        return id;
    }

    String model() {
        return "/" + resource + ".onnx";
    }

    String modelSha256() {
        return modelSha256;
    }

    String tokenizer() {
        return "/" + resource + "-tokenizer.json";
    }

    String tokenizerSha256() {
        return tokenizerSha256;
    }

    Pooling pooling() {
        return pooling;
    }

    /// Put before a question, never before a passage; empty when the model wants none.
    String queryInstruction() {
        return queryInstruction;
    }
}
