// Every IRI of the data as an address of this server: a page for people, RDF for programs.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.quoin.app.Quoin;
import org.quoin.graph.Iris;
import org.quoin.model.Problem;

final class DataIris {
    static final String PATH = "/id/";
    static final String RESOURCES = "/resource/";

    private static final Pattern QUOTATION = Pattern.compile("paper/([^/]+)/quotation/[0-9a-f]+-(\\d+)-(\\d+)");

    private final Quoin quoin;
    private final Templates templates;
    private final Descriptions descriptions;

    DataIris(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.descriptions = new Descriptions(quoin);
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + "<rest>", this::resolve);
        routes.get(RESOURCES + "<rest>", this::page);
    }

    private void resolve(Context ctx) {
        String rest = ctx.pathParam("rest");
        String iri = quoin.iris().base() + rest;
        Graph description = described(iri);
        if (Negotiation.wantsPage(ctx)) {
            Answers.seeOther(ctx, pageOf(rest, iri));
        } else {
            Negotiation.rdf(ctx, description);
        }
    }

    private void page(Context ctx) {
        String iri = quoin.iris().base() + ctx.pathParam("rest");
        Answers.html(ctx, templates.render("resource", "", descriptions.page(iri, described(iri))));
    }

    private Graph described(String iri) {
        return quoin.describe(iri).orElseThrow(() -> Problem.notFound("the base says nothing of <" + iri + ">"));
    }

    private String pageOf(String rest, String iri) {
        Iris iris = quoin.iris();
        var node = NodeFactory.createURI(iri);
        Matcher quotation = QUOTATION.matcher(rest);
        if (quotation.matches()) {
            return "/papers/" + quotation.group(1) + "#q-" + quotation.group(2) + "-" + quotation.group(3);
        }
        Optional<String> own = iris.itemOf(node)
                .map(Urls::evidence)
                .or(() -> iris.paperOf(node).map(Urls::paper))
                .or(() -> iris.paperOfGraph(node).map(Urls::paper))
                .or(() -> iris.synthesisIn(node).map(Urls::synthesis));
        return own.orElse(RESOURCES + rest);
    }
}
