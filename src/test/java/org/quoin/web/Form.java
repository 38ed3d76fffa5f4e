// A form with files as a browser or curl sends it, byte by byte, so that tests can also send wrong ones.
package org.quoin.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

final class Form {
    static final String BOUNDARY = "----a-boundary-that-stands-nowhere-else";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String fileName, String content) {
        return file(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String fileName, byte[] content) {
        return part("name=\"files\"; filename=\"" + fileName + "\"", content);
    }

    Form part(String disposition, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    /// Without its end.
    byte[] unfinished() {
        return body.toByteArray();
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    /// To be sent with the write token in its header.
    HttpRequest.Builder to(RunningServer server, String path) {
        return to(server, path, bytes()).header("Authorization", "Bearer " + RunningServer.TOKEN);
    }

    static HttpRequest.Builder to(RunningServer server, String path, byte[] body) {
        return server.request(path).header("Content-Type", TYPE).POST(BodyPublishers.ofByteArray(body));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
