// The test model keeps the contract that the tests built on it rely on.
package org.quoin.search;

final class HashingEmbedderTest implements EmbedderContract {
    @Override
    public Embedder embedder() {
        return new HashingEmbedder("hashing");
    }
}
