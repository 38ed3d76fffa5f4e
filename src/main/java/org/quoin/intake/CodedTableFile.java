// A table of evidence, one row a quote: the fields of the hand-written form, of many papers at once.
package org.quoin.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.EvidenceForm.Coder;
import org.quoin.intake.EvidenceForm.Item;
import org.quoin.intake.EvidenceForm.Quote;
import org.quoin.intake.coding.CodedRow;
import org.quoin.intake.coding.CodedTable;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Slugs;
import org.quoin.model.Violation;

/// A row says which paper it quotes by the paper's name or DOI, when the base has it, or by the file of its text
/// beside the table.
final class CodedTableFile {
    private static final int VERSION = 1;

    private final GraphStore store;
    private final DocumentFile documents;

    CodedTableFile(GraphStore store, DocumentFile documents) {
        this.store = store;
        this.documents = documents;
    }

    /// @param file where the table stands; the texts it names stand beside or below it
    /// @throws ProblemException ([Problem.Invalid]) naming each row that cannot be taken
    List<Incoming> read(CodedTable table, Path file) {
        var violations = new ArrayList<Violation>();
        var papers = new LinkedHashMap<PaperId, List<CodedRow>>();
        var sources = new LinkedHashMap<PaperId, PaperRecord>();
        for (CodedRow row : table.rows()) {
            try {
                PaperRecord source = source(row, file, sources);
                papers.computeIfAbsent(source.paper().id(), id -> new ArrayList<>())
                        .add(row);
            } catch (ProblemException e) {
                violations.add(
                        new Violation(table.where(row), "Form", e.problem().detail(), null));
            }
        }
        var incoming = new ArrayList<Incoming>();
        papers.forEach((id, rows) -> {
            try {
                incoming.add(read(table, rows, Objects.requireNonNull(sources.get(id))));
            } catch (ProblemException e) {
                violations.addAll(
                        e.problem() instanceof Problem.Invalid(String detail, List<Violation> all) && !all.isEmpty()
                                ? all
                                : List.of(new Violation(
                                        id.value(), "Form", e.problem().detail(), null)));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    table.name() + ": " + violations.size() + " of its "
                            + table.rows().size() + " rows cannot be taken; nothing was written",
                    violations);
        }
        return incoming;
    }

    private Incoming read(CodedTable table, List<CodedRow> rows, PaperRecord source) {
        List<List<CodedRow>> items = items(rows);
        var form = new EvidenceForm(
                VERSION,
                source.paper().id().value(),
                said(rows, CodedRow::study),
                null,
                null,
                null,
                said(rows, CodedRow::title),
                null,
                null,
                said(rows, CodedRow::doi),
                null,
                null,
                null,
                items.stream().map(CodedTableFile::item).toList());
        var reading = new FormReading(
                store.vocabulary(), table.name(), i -> table.where(items.get(i).getFirst()), form, source);
        PaperRecord record = reading.read();
        return new Incoming.Codings(record, reading.notes());
    }

    /// The rows of one item together: those that give the same name.
    private static List<List<CodedRow>> items(List<CodedRow> rows) {
        var items = new ArrayList<List<CodedRow>>();
        var named = new LinkedHashMap<String, List<CodedRow>>();
        for (CodedRow row : rows) {
            String id = row.id();
            if (id != null && named.containsKey(id)) {
                Objects.requireNonNull(named.get(id)).add(row);
            } else {
                List<CodedRow> item = new ArrayList<>(List.of(row));
                items.add(item);
                if (id != null) {
                    named.put(id, item);
                }
            }
        }
        return items;
    }

    private static Item item(List<CodedRow> rows) {
        CodedRow row = rows.getFirst();
        return new Item(
                row.kind(),
                row.id(),
                said(rows, CodedRow::statement),
                said(rows, CodedRow::rationale),
                row.level(),
                row.factor(),
                row.facet(),
                row.value(),
                null,
                null,
                null,
                null,
                rows.stream()
                        .map(one -> new Quote(one.quote(), one.before(), one.after(), one.voice()))
                        .toList(),
                null,
                coder(row),
                row.state());
    }

    private static @Nullable Coder coder(CodedRow row) {
        return row.coder() == null
                ? null
                : new Coder(Slugs.of(row.coder(), Slugs.MAX_LENGTH), row.coder(), row.coderType());
    }

    /// What the first of several rows says that says anything.
    private static @Nullable String said(List<CodedRow> rows, Function<CodedRow, @Nullable String> column) {
        return rows.stream().map(column).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private PaperRecord source(CodedRow row, Path file, Map<PaperId, PaperRecord> known) {
        PaperId id = row.paper() == null ? null : new PaperId(row.paper());
        String text = row.text();
        if (text != null) {
            PaperId name = id == null ? PaperId.from(text.replaceFirst("[.][^.]+$", "")) : id;
            return known.computeIfAbsent(name, paper -> fromFile(paper, text, file));
        }
        Optional<PaperId> stored = id == null ? byDoi(row) : Optional.of(id);
        if (stored.isEmpty()) {
            throw Problem.invalid("it does not say which paper it quotes: give its name in the column «paper», its"
                    + " DOI in «doi», or the file of its text in «text»");
        }
        return known.computeIfAbsent(
                stored.get(),
                paper -> store.paper(paper)
                        .orElseThrow(() -> Problem.invalid("the base has no paper «" + paper
                                + "»: import it first, or name the file of its text in the column «text»")));
    }

    private Optional<PaperId> byDoi(CodedRow row) {
        if (row.doi() == null) {
            return Optional.empty();
        }
        return Optional.of(store.paperWithDoi(row.doi())
                .orElseThrow(() -> Problem.invalid("the base has no paper with the DOI " + row.doi()
                        + ": import it first, or name the file of its text in the column «text»")));
    }

    private PaperRecord fromFile(PaperId id, String name, Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        Path text = folder.resolve(name).normalize();
        if (!text.startsWith(folder) || !Files.isRegularFile(text)) {
            throw Problem.invalid("there is no text «" + name + "» beside the table or below it");
        }
        try {
            return documents.readOne(id, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
