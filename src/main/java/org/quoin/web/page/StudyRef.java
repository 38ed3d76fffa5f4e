// A study or paper as it is named on a page.
package org.quoin.web.page;

/// @param label title, or words of the text when the source carries no title
/// @param untitled whether the source carries no title
/// @param url the paper's page
/// @param fictional written for demonstration
/// @param retracted why the paper is retracted; empty when it is not
public record StudyRef(String label, boolean untitled, String url, boolean fictional, String retracted) {}
