// What an installation can choose about its HTTP door.
package org.quoin.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param host address to listen on
/// @param port port to listen on; 0 for any that is free
/// @param hostNames further names that a request's `Host` may have, besides those of this computer
///     and `host`
/// @param writeToken whoever sends it may change the base: send SPARQL updates, add papers; null: nobody may
/// @param maxRequestBytes longest request body that is not an upload of papers
/// @param uploads how much may be uploaded
public record ServerSettings(
        String host,
        int port,
        Set<String> hostNames,
        @Nullable String writeToken,
        long maxRequestBytes,
        UploadLimits uploads) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8480;
    public static final long DEFAULT_MAX_REQUEST_BYTES = 4_000_000;

    public ServerSettings {
        hostNames = Set.copyOf(hostNames);
    }

    /// This computer alone, read only.
    public static ServerSettings onLoopback(int port) {
        return new ServerSettings(LOOPBACK, port, Set.of(), null, DEFAULT_MAX_REQUEST_BYTES, UploadLimits.DEFAULT);
    }

    public ServerSettings withWriteToken(String token) {
        return new ServerSettings(host, port, hostNames, token, maxRequestBytes, uploads);
    }

    public ServerSettings withHost(String address, Set<String> names) {
        return new ServerSettings(address, port, names, writeToken, maxRequestBytes, uploads);
    }

    public ServerSettings withUploads(UploadLimits limits) {
        return new ServerSettings(host, port, hostNames, writeToken, maxRequestBytes, limits);
    }
}
