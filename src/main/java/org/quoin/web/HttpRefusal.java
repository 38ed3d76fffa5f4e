// A refusal that has to do with HTTP and not with the base: a media type, a method, a length.
package org.quoin.web;

import io.javalin.http.HttpStatus;

final class HttpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String detail;

    HttpRefusal(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
        this.detail = detail;
    }

    /// What is wrong and what would be right.
    String detail() {
        return detail;
    }

    HttpStatus status() {
        return status;
    }
}
