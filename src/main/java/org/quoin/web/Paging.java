// Long lists, a page at a time: the parameter `page` of an address.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import org.quoin.model.Problem;
import org.quoin.web.page.Pager;

final class Paging {
    static final String PAGE = "page";
    /// How many a page of a long list shows.
    static final int SIZE = 50;

    private Paging() {}

    /// @param of how many there are in all
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the page is no number from 1;
    ///     ([Problem.NotFound]) when the list has no such page
    static Pager of(Context ctx, int of) {
        int page = SearchParameters.number(ctx, PAGE, 1);
        int pages = Math.max(1, Math.ceilDiv(of, SIZE));
        if (page < 1) {
            throw Problem.invalid("pages are counted from 1, and " + page + " was asked for");
        }
        if (page > pages) {
            throw Problem.notFound("there is no page " + page + " of this list: its last is page " + pages);
        }
        return new Pager(
                of == 0 ? 0 : (page - 1) * SIZE + 1,
                Math.min(of, page * SIZE),
                of,
                page == 1 ? "" : url(ctx, page - 1),
                page == pages ? "" : url(ctx, page + 1));
    }

    /// The same list at another page; the first needs no parameter.
    private static String url(Context ctx, int page) {
        var parameters = new LinkedHashMap<>(ctx.queryParamMap());
        parameters.put(PAGE, List.of(Integer.toString(page)));
        if (page == 1) {
            parameters.remove(PAGE);
        }
        return Urls.with(ctx.path(), parameters);
    }
}
