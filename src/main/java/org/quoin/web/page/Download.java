// A form in which something can be had as a file or as data.
package org.quoin.web.page;

public record Download(String label, String url) {}
