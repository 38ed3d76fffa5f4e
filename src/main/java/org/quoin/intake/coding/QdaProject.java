// Puts a REFI-QDA project together from its XML and its texts.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

final class QdaProject {
    private final XmlElement root;
    private final Budget budget;
    private final Tally<What> tally;
    private final QdaTexts texts;
    private final QdaIds ids;

    QdaProject(QdaPackage files, XmlElement root, Budget budget, Tally<What> tally) {
        this.root = root;
        this.budget = budget;
        this.tally = tally;
        this.texts = new QdaTexts(files, budget, tally);
        this.ids = new QdaIds(tally);
    }

    CodedProject read() {
        List<Code> codes =
                root.child("CodeBook").map(new QdaCodes(ids, tally)::read).orElseGet(List::of);
        List<Coder> coders = coders();
        QdaReferences references = new QdaReferences(ids, tally, codes, coders);
        QdaMemos memos = new QdaMemos(root, texts, tally);
        List<QdaSource> sources = new QdaSources(root, ids, references, texts, tally).read();
        boolean ours = root.attribute("origin").startsWith(QdaWriter.ORIGIN);
        List<Selection> selections = new QdaSelections(ids, references, memos, budget, tally).read(sources, ours);
        memos.countUnused();
        tally.add(What.SET, (int) root.all("Sets", "Set").count(), "");
        tally.add(What.CASE, (int) root.all("Cases", "Case").count(), "");
        tally.add(What.GRAPH, (int) root.all("Graphs", "Graph").count(), "");
        return new CodedProject(
                root.attribute("name"),
                QdaReader.description(root),
                codes,
                coders,
                sources.stream().map(QdaSource::source).toList(),
                selections);
    }

    private List<Coder> coders() {
        List<Coder> coders = new ArrayList<>();
        root.all("Users", "User").forEach(user -> {
            String id = ids.claim("coder", user);
            String name = Optional.ofNullable(QdaReader.value(user, "name"))
                    .or(() -> Optional.ofNullable(QdaReader.value(user, "id")))
                    .orElse(id);
            coders.add(new Coder(id, name));
        });
        return coders;
    }
}
