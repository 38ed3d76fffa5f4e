// The dates of a record: `2015/03//`, `2009 Sep-Oct`, `JUN 14` beside a year; and what is no date at all.
package org.quoin.intake.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Fields;
import org.quoin.intake.document.Metadata.Date;

final class Dates {
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{4})[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?(?!\\d)");

    private static final String MONTH =
            "\\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:spring|summer|autumn|fall|winter))\\b";

    private static final Pattern MONTH_DAY =
            Pattern.compile(MONTH + "(?:\\.?\\s+(\\d{1,2})(?!\\d))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\.?\\s+" + MONTH, Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /// The year of the first value that has one, with month and day where that value or one without a year of
    /// its own says them.
    static Optional<Date> earliest(List<String> values) {
        return values.stream()
                .flatMap(value -> Fields.year(value).stream())
                .findFirst()
                .map(year -> {
                    Date best = new Date(year, null, null);
                    for (String value : values) {
                        if (Fields.year(value).orElse(year).equals(year)) {
                            best = moreExact(best, within(value, year));
                        }
                    }
                    return best;
                });
    }

    private static Date within(String value, int year) {
        Matcher numbers = NUMBERS.matcher(value);
        if (numbers.find() && numbers.group(1).equals(String.valueOf(year))) {
            return date(year, numbers.group(2), numbers.group(3));
        }
        Matcher dayFirst = DAY_MONTH.matcher(value);
        if (dayFirst.find()) {
            return date(year, dayFirst.group(2), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_DAY.matcher(value);
        return monthFirst.find() ? date(year, monthFirst.group(1), monthFirst.group(2)) : new Date(year, null, null);
    }

    private static Date date(int year, @Nullable String month, @Nullable String day) {
        return Fields.date(String.valueOf(year), month, day).orElseThrow();
    }

    private static Date moreExact(Date known, Date other) {
        if (known.month() == null) {
            return other;
        }
        return known.day() == null && other.day() != null && known.month().equals(other.month()) ? other : known;
    }
}
