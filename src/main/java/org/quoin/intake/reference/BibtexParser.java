// Takes a BibTeX file apart: entries, abbreviations, comments; whatever of it can be taken apart.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.Notes;

/// Files put together by hand and by many programs have entries without a key, commas that are missing and
/// braces that are never closed. An entry that breaks off keeps the fields before the break and is noted; the
/// next one begins where a line looks like the beginning of an entry. Reads each character a bounded number of
/// times. Not thread-safe: one for each file.
final class BibtexParser {
    /// The beginning of an entry at the beginning of a line: nothing else that a value may hold looks so.
    private static final Pattern NEXT_ENTRY = Pattern.compile(
            "\\n[ \\t]*@(?:(?:string|preamble|comment)[ \\t]*[{(]"
                    + "|[a-z]{2,40}[ \\t]*[{(][ \\t]*[^\\s,{}()=\"@#%\\\\]{0,200}[ \\t]*,)",
            Pattern.CASE_INSENSITIVE);

    /// What an object may be that is no entry.
    private static final Set<String> NO_ENTRIES = Set.of("comment", "preamble", "string");

    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final String text;
    private final Budget budget;
    private final Notes notes;
    private final Map<String, String> abbreviations = new HashMap<>();
    private int at;

    /// Where the entry that is being read ends at the latest: where the next one begins.
    private int end;

    BibtexParser(String text, Budget budget, Notes notes) {
        this.text = text;
        this.budget = budget;
        this.notes = notes;
    }

    /// @param type in lower case: `article`
    /// @param key empty where the file gives none
    /// @param fields by their names in lower case, values with their TeX markup
    record Entry(String type, String key, RawRecord fields) {}

    /// That an entry breaks off.
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Matcher next = NEXT_ENTRY.matcher(text);
        end = 0;
        for (at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
            budget.useElement(1);
            if (at >= end) {
                end = next.find(at) ? next.start() : text.length();
            }
            at++;
            object(entries);
        }
        return entries;
    }

    private void object(List<Entry> entries) {
        String type = word().toLowerCase(Locale.ROOT);
        skipSpace();
        if (type.isEmpty() || at >= end || (text.charAt(at) != '{' && text.charAt(at) != '(')) {
            return;
        }
        char close = text.charAt(at++) == '{' ? '}' : ')';
        RawRecord fields = new RawRecord();
        String key = "";
        try {
            switch (type) {
                case "comment", "preamble" -> balanced(close);
                case "string" -> {
                    fields(close, fields);
                    fields.names()
                            .forEach(name -> fields.first(name).ifPresent(value -> abbreviations.put(name, value)));
                }
                default -> {
                    key = key(close);
                    fields(close, fields);
                }
            }
        } catch (Broken e) {
            if (!type.equals("comment")) {
                notes.add(What.UNREADABLE, "@" + type + " " + key);
            }
            at = end;
        }
        if (!NO_ENTRIES.contains(type)) {
            entries.add(new Entry(type, key, fields));
        }
    }

    /// Up to its comma; empty where a field stands in its place.
    private String key(char close) {
        int start = at;
        while (at < end && text.charAt(at) != ',' && text.charAt(at) != close && text.charAt(at) != '=') {
            at++;
        }
        if (at < end && text.charAt(at) == '=') {
            at = start;
            return "";
        }
        return text.substring(start, at).strip();
    }

    private void fields(char close, RawRecord fields) throws Broken {
        while (true) {
            while (at < end && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
                at++;
            }
            if (at >= end) {
                throw new Broken();
            }
            if (text.charAt(at) == close) {
                at++;
                return;
            }
            int start = at;
            while (at < end && "=,{}\"#".indexOf(text.charAt(at)) < 0 && text.charAt(at) != close) {
                at++;
            }
            String name = text.substring(start, at).strip().toLowerCase(Locale.ROOT);
            if (at < end && text.charAt(at) == '=' && !name.isEmpty()) {
                at++;
                budget.useElement(1);
                fields.add(name, value(close));
            } else if (at == start) {
                // A brace or quotation mark too many.
                at++;
            }
        }
    }

    /// Pieces joined by `#`.
    private String value(char close) throws Broken {
        StringBuilder value = new StringBuilder();
        do {
            skipSpace();
            if (at >= end) {
                throw new Broken();
            }
            char c = text.charAt(at);
            if (c == '{') {
                at++;
                value.append(balanced('}'));
            } else if (c == '"') {
                at++;
                value.append(balanced('"'));
            } else {
                int start = at;
                while (at < end && ",#{}\"=".indexOf(text.charAt(at)) < 0 && text.charAt(at) != close) {
                    at++;
                }
                value.append(spelt(text.substring(start, at).strip()));
            }
            skipSpace();
        } while (at < end && text.charAt(at) == '#' && at++ >= 0);
        return value.toString();
    }

    /// What an abbreviation stands for.
    private String spelt(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return MONTHS.contains(lowerCase) ? lowerCase : abbreviations.getOrDefault(lowerCase, name);
    }

    /// Up to a closing mark outside of all braces, which is passed over.
    private String balanced(char close) throws Broken {
        int start = at;
        // BibTeX itself knows no escaped brace, and a path on Windows may end in a backslash; but where the
        // braces are uneven by its rule, some are escaped.
        boolean escapes = close == '"';
        int found = closing(close, escapes);
        if (found < 0) {
            found = closing(close, !escapes);
        }
        if (found < 0) {
            throw new Broken();
        }
        at = found + 1;
        return text.substring(start, found);
    }

    /// Where the mark stands that closes what begins here; negative where there is none.
    private int closing(char close, boolean escapes) {
        int depth = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c == close && depth == 0) {
                return i;
            }
            if (c == '\\' && escapes) {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth < 0) {
                return -1;
            }
        }
        return -1;
    }

    private String word() {
        int start = at;
        while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /// No-break spaces too: files have them where they were copied from pages.
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
