// What the parts of a REFI-QDA project refer to: codes, coders, moments.
package org.quoin.intake.coding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

final class QdaReferences {
    private static final String CREATOR = "creatingUser";
    private static final String CREATED = "creationDateTime";

    private final QdaIds ids;
    private final Tally<What> tally;
    private final Set<String> codes;
    private final Set<String> coders;

    QdaReferences(QdaIds ids, Tally<What> tally, List<Code> codes, List<Coder> coders) {
        this.ids = ids;
        this.tally = tally;
        this.codes = codes.stream().map(Code::id).collect(Collectors.toSet());
        this.coders = coders.stream().map(Coder::id).collect(Collectors.toSet());
    }

    /// Who made a part; null when that is not known.
    @Nullable
    String creator(XmlElement part) {
        String id = Guids.canonical(part.attribute(CREATOR));
        if (id.isEmpty() || coders.contains(id)) {
            return id.isEmpty() ? null : id;
        }
        tally.add(What.UNKNOWN_CODER, id);
        return null;
    }

    /// When a part was made; null when that is not known. Without a time zone, UTC is meant.
    @Nullable
    Instant created(XmlElement part) {
        String moment = part.attribute(CREATED).strip();
        if (moment.isEmpty()) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(moment, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime withZone
                    ? withZone.toInstant()
                    : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            tally.add(What.DATE, moment);
            return null;
        }
    }

    /// The codes that were given to a selection.
    List<Application> applications(XmlElement selection) {
        List<Application> applications = new ArrayList<>();
        String creatorOfSelection = creator(selection);
        selection.children("Coding").forEach(coding -> {
            String code = coding.child("CodeRef")
                    .map(reference -> Guids.canonical(reference.attribute("targetGUID")))
                    .orElse("");
            tally.add(What.CODING_MEMO, (int) coding.children("NoteRef").count(), "");
            if (codes.contains(code)) {
                String coder = coding.attribute(CREATOR).isBlank() ? creatorOfSelection : creator(coding);
                applications.add(new Application(ids.claim("coding", coding), code, coder, created(coding)));
            } else {
                tally.add(What.UNKNOWN_CODE, code);
            }
        });
        return applications;
    }
}
