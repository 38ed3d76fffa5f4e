// Says what programs can ask, for the page and the listing of `/api`.
package org.quoin.web;

import java.util.List;
import org.quoin.graph.Vocabulary;
import org.quoin.web.page.ApiPage;
import org.quoin.web.page.ApiPage.ProblemKind;
import org.quoin.web.page.ApiPage.Route;

final class ApiDescription {
    private static final List<Route> ROUTES = List.of(
            new Route("GET /api", "This list.", "/api"),
            new Route(
                    "GET /api/search",
                    "Evidence for a question in plain words: hits with quotes, offsets, highlights and scores, and how"
                            + " many there are of each kind, study and concept; with format=csv or xlsx one row a quote,"
                            + " with ris or bibtex the papers.",
                    "/api/search?q=what+helps+services+work+together&kind=enabler"),
            new Route(
                    "GET /api/passages",
                    "Finds passages of papers, coded or not; takes the same parameters.",
                    "/api/passages?q=what+helps+services+work+together"),
            new Route(
                    "GET /api/ask",
                    "A one-page brief for a question in plain words: what helps, what hinders, lessons and what is"
                            + " uncertain, each with its studies, quotes and what speaks against it; or that the base has"
                            + " no evidence. lens=SCHEME/KEY marks what fits and puts it first.",
                    "/api/ask?q=what+helps+services+work+together&lens=setting/rural"),
            new Route(
                    "GET /api/compare",
                    "What the studies say together: a matrix of any two axes, as JSON; with format=csv or xlsx as"
                            + " tables (table is matrix, framework, cells or quotes), with docx or html as a report, with ris"
                            + " or bibtex the papers of the selection.",
                    "/api/compare?rows=factor&columns=setting"),
            new Route(
                    "GET /api/map",
                    "The same as an evidence map: JSON, or with format=svg the picture.",
                    "/api/map?format=svg"),
            new Route("GET /api/papers", "Every paper with what is known of it.", "/api/papers"),
            new Route("GET /api/papers/{id}", "A paper with its text, its sections and all of its evidence.", null),
            new Route(
                    "GET /api/papers/{id}/text",
                    "The plain text of a paper, in which the places of its quotes are counted.",
                    null),
            new Route(
                    "GET /api/papers/{id}/annotations",
                    "The codings of a paper as a collection of W3C Web Annotations.",
                    null),
            new Route(
                    "GET /api/papers/{id}/export",
                    "A paper as a file; format is trig, turtle, jsonld, csv, annotations, refi-qda,"
                            + " nanopub, ris or bibtex.",
                    null),
            new Route(
                    "GET /api/annotations",
                    "Web Annotations of all papers, or of those named by the parameter paper.",
                    "/api/annotations"),
            new Route("GET /api/export", "The whole base as a file, in the same formats.", "/api/export?format=csv"),
            new Route("GET /api/evidence/{paper}/{name}", "One evidence item with its quotes.", null),
            new Route(
                    "GET /api/evidence/{paper}/{name}/nanopub",
                    "An accepted item as a nanopublication with a trusty URI, in TriG.",
                    null),
            new Route(
                    "POST /api/imports",
                    "Adds papers: files and zip archives as multipart/form-data in the field files, with the server's"
                            + " write token. Answers at once; the address in Location says how far it is.",
                    null),
            new Route("GET /api/imports", "The last imports of uploaded files.", "/api/imports"),
            new Route("GET /api/imports/{id}", "How far an import is, and what became of each file so far.", null),
            new Route(
                    "DELETE /api/imports/{id}",
                    "Cancels an import that waits for others, with the server's write token.",
                    null),
            new Route(
                    "GET /api/imports/{id}/report",
                    "The report of an import that has ended; format is json, csv or txt.",
                    null),
            new Route(
                    "GET /api/syntheses",
                    "Every synthesis, with the number of its findings that are to be looked at again.",
                    "/api/syntheses"),
            new Route(
                    "GET /api/syntheses/{id}",
                    "A synthesis: its categories with the claims and quotes beneath, its findings with confidence,"
                            + " work-sheet and what is to be looked at again, its comparisons.",
                    null),
            new Route(
                    "GET /api/syntheses/{id}/report",
                    "The same as a document with the tables of GRADE-CERQual and references; format is docx or html.",
                    null),
            new Route(
                    "GET /api/syntheses/{id}/suggestions",
                    "Claims that are not translated and might belong together, each group with its reason.",
                    null),
            new Route("GET /api/syntheses/{id}/file", "The synthesis as YAML, to be edited and put back.", null),
            new Route(
                    "PUT /api/syntheses/{id}",
                    "The synthesis becomes what the YAML or JSON of this form says, with the server's write token.",
                    null),
            new Route("DELETE /api/syntheses/{id}", "The synthesis goes, with the server's write token.", null),
            new Route("GET /api/health", "Whether all parts work, and how far the index is behind.", "/api/health"),
            new Route(
                    "GET or POST /sparql",
                    "The SPARQL 1.1 protocol: SELECT and ASK as JSON, XML, CSV or TSV; CONSTRUCT and DESCRIBE as"
                            + " Turtle, JSON-LD, N-Triples or RDF/XML; updates with the server's write token.",
                    "/sparql"),
            new Route(
                    "GET /id/…",
                    "Every IRI of the data: RDF for programs, a page for browsers, by the Accept header or ?format=.",
                    null),
            new Route(
                    "GET /ns, GET /scheme/{name}, GET /shapes",
                    "The ontology, its concept schemes and its shapes, likewise.",
                    "/ns"),
            new Route("GET /context", "The JSON-LD context of the data.", "/context"));

    private static final List<ProblemKind> PROBLEMS = List.of(
            problem("Invalid", 400, "The request is wrong; the detail says what and names what would be right."),
            problem("Forbidden", 403, "This server or this caller may not do that."),
            problem("Not found", 404, "Nothing of that name is in the base."),
            problem("Method not allowed", 405, "The address is right and the method is not."),
            problem("Not acceptable", 406, "The answer does not come in a form the Accept header takes."),
            problem("Conflict", 409, "The state of the base does not allow it now."),
            problem("Content too large", 413, "The request, or a file in it, is longer than the server reads."),
            problem("Unsupported media type", 415, "The request's body is of another kind than the route takes."),
            problem("Rules broken", 422, "A change breaks rules of the base; violations names each. Nothing changed."),
            problem("Unexpected", 500, "A fault of the program; incident finds it in the server's log."),
            problem(
                    "Limit reached",
                    503,
                    "The answer would take too long or have too many rows, or too many uploads wait; Retry-After says"
                            + " when to ask again."),
            problem("Unavailable", 503, "A part of the program does not work; others may."));

    private ApiDescription() {}

    static ApiPage of(Vocabulary vocabulary) {
        return new ApiPage(ROUTES, List.copyOf(vocabulary.schemes().keySet()), PROBLEMS);
    }

    private static ProblemKind problem(String title, int status, String meaning) {
        return new ProblemKind(ProblemView.anchor(title), title, status, meaning);
    }
}
