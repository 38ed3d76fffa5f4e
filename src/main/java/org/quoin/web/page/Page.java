// What every page has.
package org.quoin.web.page;

public interface Page {
    /// For the browser's tab and the history; the program's name is put behind it.
    String title();
}
