// The page that says what went wrong.
package org.quoin.web.page;

import java.util.List;

/// @param status HTTP status
/// @param title name of the problem
/// @param detail what is wrong and what to do
/// @param violations each broken rule
public record ErrorPage(int status, String title, String detail, List<String> violations) implements Page {}
