// The form by which a comparison is chosen.
package org.quoin.web.page;

import java.util.List;

/// @param action the page it leads to
/// @param rows axes to choose from
/// @param columns likewise
/// @param rowOrders orders to choose from
/// @param columnOrders likewise
/// @param maxRows most rows shown
/// @param maxColumns most columns shown
/// @param most that either may be
/// @param pinnedRows keys that stay pinned
/// @param pinnedColumns likewise
/// @param framework whether the cells hold the words themselves
/// @param filters what can be narrowed by
/// @param chosen the filters in force
/// @param clearUrl the same without filters
/// @param swapUrl the same with rows for columns
public record CompareForm(
        String action,
        List<Option> rows,
        List<Option> columns,
        List<Option> rowOrders,
        List<Option> columnOrders,
        int maxRows,
        int maxColumns,
        int most,
        List<String> pinnedRows,
        List<String> pinnedColumns,
        boolean framework,
        List<FilterGroup> filters,
        List<SearchPage.Chosen> chosen,
        String clearUrl,
        String swapUrl) {
    public record Option(String value, String label, boolean chosen) {}
}
