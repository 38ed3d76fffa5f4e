// Reads a form with files as it comes in, part by part, each file straight to the disk.
package org.quoin.web;

import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

/// Jetty's parser tells of the parts but drops what is thrown at it; so the first failure is kept here and
/// everything after it is passed over.
final class UploadForm extends MultiPart.AbstractPartsListener {
    static final String FILES = "files";
    static final String TOKEN = "token";

    private static final String TYPE = "multipart/form-data";
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_FIELD_BYTES = 4096;
    private static final int MAX_HEADER_BYTES = 8192;

    private final UploadLimits limits;
    private final Opening opening;

    private ByteArrayOutputStream field = new ByteArrayOutputStream();
    private @Nullable String token;
    private @Nullable UploadFolder folder;
    private @Nullable WritableByteChannel file;
    private long fileBytes;
    private int files;
    private @Nullable Exception failure;

    /// Says whether and where files are taken.
    interface Opening {
        /// Called once, before the first file is written.
        ///
        /// @param token what stands in the field [#TOKEN], if it stands before the files
        UploadFolder open(@Nullable String token) throws IOException;
    }

    private interface Step {
        void take() throws IOException;
    }

    private UploadForm(UploadLimits limits, Opening opening) {
        this.limits = limits;
        this.opening = opening;
    }

    /// Reads all of it.
    ///
    /// @param type the request's media type with its parameters
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when it is no such form, holds anything but
    ///     files and the token, or no file
    /// @throws HttpRefusal when its type is another, or it holds more than the limits allow
    /// @throws IOException when a file cannot be written
    static void read(InputStream body, @Nullable String type, UploadLimits limits, Opening opening) throws IOException {
        String boundary = type == null || !type.startsWith(TYPE) ? null : MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw new HttpRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "files are sent as " + TYPE + " in the field «" + FILES + "», not as " + type);
        }
        var form = new UploadForm(limits, opening);
        try {
            form.parse(body, boundary);
        } finally {
            form.endFile();
        }
    }

    private void parse(InputStream body, String boundary) throws IOException {
        var parser = new MultiPart.Parser(boundary, this);
        parser.setPartHeadersMaxLength(MAX_HEADER_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        int read;
        do {
            read = read(body, buffer);
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, Math.max(0, read)), read < 0));
            if (failure instanceof IOException unwritten) {
                throw unwritten;
            }
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
        } while (read >= 0);
        // Whoever may not send files is told so first.
        open();
        if (files == 0) {
            throw Problem.invalid("no file was sent: choose at least one, as the field «" + FILES + "»");
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static RuntimeException broken(Throwable why) {
        return Problem.invalid("the upload broke off or is no whole form (" + why.getMessage() + "): send it again");
    }

    @Override
    public void onPartHeaders() {
        attempt(() -> {
            String name = getName();
            String given = getFileName();
            if (!(given == null ? TOKEN : FILES).equals(name)) {
                throw Problem.invalid("the form's " + (given == null ? "field" : "file") + " «" + name
                        + "» is not known: files are in the field «" + FILES + "», the write token in «" + TOKEN + "»");
            }
            // A browser sends a part without a name where nothing was chosen.
            if (given != null && !given.isEmpty()) {
                beginFile(given);
            }
        });
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        attempt(() -> {
            ByteBuffer content = chunk.getByteBuffer();
            if (file == null) {
                takeField(content);
            } else {
                takeFile(content, file);
            }
        });
    }

    @Override
    public void onPart(String name, @Nullable String fileName, HttpFields headers) {
        attempt(() -> {
            endFile();
            if (fileName == null) {
                token = field.toString(StandardCharsets.UTF_8).strip();
            }
            field = new ByteArrayOutputStream();
        });
    }

    @Override
    public void onFailure(Throwable why) {
        attempt(() -> {
            throw broken(why);
        });
    }

    private void attempt(Step step) {
        if (failure != null) {
            return;
        }
        try {
            step.take();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private UploadFolder open() throws IOException {
        if (folder == null) {
            folder = opening.open(token);
        }
        return folder;
    }

    private void beginFile(String given) throws IOException {
        UploadFolder into = open();
        if (files == limits.files()) {
            throw new HttpRefusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "there are more than " + limits.files()
                            + " files: send them in several uploads or in a zip archive");
        }
        files++;
        fileBytes = 0;
        file = Files.newByteChannel(into.place(unescaped(given)), StandardOpenOption.WRITE);
    }

    private void takeFile(ByteBuffer content, WritableByteChannel out) throws IOException {
        fileBytes += content.remaining();
        if (fileBytes > limits.fileBytes()) {
            throw new HttpRefusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "«" + getFileName() + "» has more than " + limits.fileBytes()
                            + " bytes: split it, or import it with «quoin import»");
        }
        while (content.hasRemaining()) {
            out.write(content);
        }
    }

    private void takeField(ByteBuffer content) {
        if (field.size() + content.remaining() > MAX_FIELD_BYTES) {
            throw Problem.invalid("the field «" + getName() + "» has more than " + MAX_FIELD_BYTES + " bytes");
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        field.writeBytes(bytes);
    }

    private void endFile() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    /// What browsers write for the three signs that a name in a form cannot have (HTML, multipart form data).
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
