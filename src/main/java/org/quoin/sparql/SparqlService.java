// Runs SPARQL queries within limits, and SPARQL updates through the write door.
package org.quoin.sparql;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.quoin.graph.Change;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphStore;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// The default graph of every query is the union of all named graphs: papers, ontology and schemes.
public final class SparqlService {
    /// Longest query or update text, in characters.
    public static final int MAX_TEXT_LENGTH = 1_000_000;

    private final GraphStore store;
    private final SearchAccess search;
    private final Duration timeout;
    private final long maxRows;

    /// @param search what the operators that search ask
    /// @param timeout after which a query or update is cancelled
    /// @param maxRows most rows or triples one answer may have
    public SparqlService(GraphStore store, SearchAccess search, Duration timeout, long maxRows) {
        this.store = store;
        this.search = search;
        this.timeout = timeout;
        this.maxRows = maxRows;
    }

    /// A query that was parsed and found harmless.
    public final class Prepared {
        private final Query query;
        private final boolean searches;

        private Prepared(Query query, boolean searches) {
            this.query = query;
            this.searches = searches;
        }

        /// Whether it answers with triples (CONSTRUCT, DESCRIBE) and not with a table or a truth value.
        public boolean answersWithGraph() {
            return query.isConstructType() || query.isDescribeType();
        }

        /// Runs it and writes the answer while it is found.
        ///
        /// @throws ProblemException ([Problem.LimitReached]) on time-out or too many rows, possibly
        ///     after a part of
        ///     the answer was written; ([Problem.Invalid]) when the format does not fit the answer
        public void write(ResultFormat format, OutputStream out) {
            if (answersWithGraph()) {
                format.graph();
            } else {
                format.table();
            }
            Instant deadline = Instant.now().plus(timeout);
            if (searches) {
                var reads = new ReadsWithSearch(store, search);
                reads.read(deadline, (snapshot, index) -> {
                    var session = new SearchSession(index, search, store.iris(), scope(query));
                    run(snapshot, searching(context(), session), deadline, format, out);
                    return true;
                });
            } else {
                store.read(snapshot -> {
                    run(snapshot, context(), deadline, format, out);
                    return true;
                });
            }
        }

        private void run(
                GraphStore.Snapshot snapshot,
                Context context,
                Instant deadline,
                ResultFormat format,
                OutputStream out) {
            try (QueryExec execution = QueryExecDatasetBuilder.create()
                    .query(query)
                    .dataset(snapshot.dataset())
                    .context(context)
                    .timeout(left(deadline), TimeUnit.MILLISECONDS)
                    .build()) {
                write(execution, format, out);
            } catch (QueryCancelledException e) {
                throw timedOut("query", e);
            }
        }

        private void write(QueryExec execution, ResultFormat format, OutputStream out) {
            if (query.isAskType()) {
                boolean answer = execution.ask();
                writer(format).write(out, answer, ARQ.getContext());
            } else if (query.isSelectType()) {
                writer(format).write(out, new LimitedRows(execution.select(), maxRows), ARQ.getContext());
            } else if (answersWithGraph()) {
                writeGraph(
                        query.isConstructType() ? execution.constructTriples() : execution.describeTriples(),
                        format,
                        out);
            } else {
                throw Problem.invalid("only SELECT, ASK, CONSTRUCT and DESCRIBE are answered");
            }
        }

        private void writeGraph(Iterator<Triple> triples, ResultFormat format, OutputStream out) {
            RDFFormat rdf = format.graph();
            // DESCRIBE looks into the store's default graph too, where its bookkeeping stands.
            Iterator<Triple> shown =
                    Iter.filter(triples, t -> !t.getPredicate().getURI().startsWith(GraphStore.BOOKKEEPING));
            Iterator<Triple> limited = new LimitedIterator<>(shown, maxRows);
            if (StreamRDFWriter.registered(rdf)) {
                StreamRDF stream = StreamRDFWriter.getWriterStream(out, rdf);
                stream.start();
                limited.forEachRemaining(stream::triple);
                stream.finish();
            } else {
                // Pretty forms need all triples of a subject together.
                Graph graph = GraphFactory.createGraphMem();
                graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
                limited.forEachRemaining(graph::add);
                format.write(graph, out);
            }
        }
    }

    /// Parses a query and refuses what could reach out of the process.
    ///
    /// @throws ProblemException ([Problem.Invalid]) with line and column when it does not parse;
    ///     ([Problem.Forbidden])
    public Prepared prepare(String text) {
        requireLength(text);
        Query query;
        try {
            query = QueryFactory.create(text, store.iris().base());
        } catch (QueryParseException e) {
            throw syntaxError("query", e);
        }
        Op op = Safety.check(query);
        return new Prepared(query, SearchOperators.isUsedIn(op));
    }

    /// Runs an update on a staged copy of what it touches, then hands the outcome to the write door as
    /// one change.
    ///
    /// @throws ProblemException ([Problem.Invalid]) with the door's report, or when it does not parse
    ///     or writes outside
    ///     a paper's graph; ([Problem.Forbidden]); ([Problem.LimitReached]) on time-out. Nothing was
    ///     written then.
    public Commit update(String text) {
        requireLength(text);
        UpdateRequest request;
        try {
            request = UpdateFactory.create(text, store.iris().base());
        } catch (QueryParseException e) {
            throw syntaxError("update", e);
        }
        Safety.check(request);
        boolean searches = UpdateSearch.isUsedIn(request);
        Instant deadline = Instant.now().plus(timeout);
        try {
            return store.apply(
                    searches
                            ? new ReadsWithSearch(store, search).read(deadline, (snapshot, index) -> {
                                var session =
                                        new SearchSession(index, search, store.iris(), UpdateSearch.scope(request));
                                return stage(request, snapshot, searching(context(), session), deadline);
                            })
                            : store.read(snapshot -> stage(request, snapshot, context(), deadline)));
        } catch (QueryCancelledException e) {
            throw timedOut("update", e);
        }
    }

    private Change stage(UpdateRequest request, GraphStore.Snapshot snapshot, Context context, Instant deadline) {
        return StagedUpdate.run(request, snapshot, store.iris(), context, Duration.ofMillis(left(deadline)));
    }

    /// Milliseconds, at least 1: Jena takes 0 for no limit.
    private static long left(Instant deadline) {
        return Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
    }

    private static Context searching(Context context, SearchSession session) {
        SearchOperators.install(context, session);
        return context;
    }

    private static SearchSession.Scope scope(Query query) {
        return query.hasDatasetDescription()
                ? SearchSession.Scope.of(query.getGraphURIs(), query.getNamedGraphURIs())
                : SearchSession.Scope.ALL;
    }

    private static Context context() {
        Context context = ARQ.getContext().copy();
        context.set(TDB2.symUnionDefaultGraph, true);
        // Safety has refused SERVICE already; this holds even where its walk should miss one.
        context.set(ARQ.httpServiceAllowed, false);
        return context;
    }

    private static RowSetWriter writer(ResultFormat format) {
        return java.util.Objects.requireNonNull(RowSetWriterRegistry.getFactory(format.table()))
                .create(format.table());
    }

    private static void requireLength(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw Problem.limitReached(
                    "the text has " + text.length() + " characters, at most " + MAX_TEXT_LENGTH + " are read");
        }
    }

    private static ProblemException syntaxError(String what, QueryParseException e) {
        return new ProblemException(
                new Problem.Invalid(
                        "the " + what + " does not parse: "
                                + String.valueOf(e.getMessage()).strip(),
                        List.of()),
                e);
    }

    private ProblemException timedOut(String what, QueryCancelledException e) {
        return new ProblemException(
                new Problem.LimitReached("the " + what + " was stopped after " + timeout.toSeconds()
                        + " seconds: make it more selective, or add LIMIT"),
                e);
    }

    private static ProblemException tooMany(long limit) {
        return Problem.limitReached("the answer has more than " + limit + " rows: add LIMIT and OFFSET, or use export");
    }

    private static final class LimitedIterator<T> implements Iterator<T> {
        private final Iterator<T> rows;
        private final long limit;
        private long seen;

        LimitedIterator(Iterator<T> rows, long limit) {
            this.rows = rows;
            this.limit = limit;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public T next() {
            if (++seen > limit) {
                throw tooMany(limit);
            }
            return rows.next();
        }
    }

    private static final class LimitedRows implements RowSet, IteratorCloseable<Binding> {
        private final RowSet rows;
        private final LimitedIterator<Binding> limited;

        LimitedRows(RowSet rows, long limit) {
            this.rows = rows;
            this.limited = new LimitedIterator<>(rows, limit);
        }

        @Override
        public boolean hasNext() {
            return limited.hasNext();
        }

        @Override
        public Binding next() {
            return limited.next();
        }

        @Override
        public List<Var> getResultVars() {
            return rows.getResultVars();
        }

        @Override
        public long getRowNumber() {
            return rows.getRowNumber();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
