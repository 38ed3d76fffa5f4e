// The terms of Quoin's ontology and of the vocabularies it reuses that this package reads and writes.
package org.quoin.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What the terms mean is said in `ontology/quoin.ttl`; a test holds every `quoin:` name here against it.
final class Terms {
    static final String QUOIN = "https://w3id.org/quoin/ns#";
    static final String SCHEME = "https://w3id.org/quoin/scheme/";
    static final String SHAPES = "https://w3id.org/quoin/shapes#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    static final String DEO = "http://purl.org/spar/deo/";
    private static final String PRISM = "http://prismstandard.org/namespaces/basic/2.0/";
    private static final String FABIO = "http://purl.org/spar/fabio/";

    static final Node Study = quoin("Study");
    static final Node TextVersion = quoin("TextVersion");
    static final Node Quotation = quoin("Quotation");
    static final Node Coding = quoin("Coding");
    static final Node EvidenceItem = quoin("EvidenceItem");
    static final Node ReviewDecision = quoin("ReviewDecision");
    static final Node FindingComparison = quoin("FindingComparison");
    static final Node AbsenceRecord = quoin("AbsenceRecord");

    static final Node reportsStudy = quoin("reportsStudy");
    static final Node fictional = quoin("fictional");
    static final Node text = quoin("text");
    static final Node sha256 = quoin("sha256");
    static final Node codePointLength = quoin("codePointLength");
    static final Node voice = quoin("voice");
    static final Node reportedIn = quoin("reportedIn");
    static final Node evidencedBy = quoin("evidencedBy");
    static final Node illustratedBy = quoin("illustratedBy");
    static final Node statement = quoin("statement");
    static final Node rationale = quoin("rationale");
    static final Node atLevel = quoin("atLevel");
    static final Node factor = quoin("factor");
    static final Node facet = quoin("facet");
    static final Node facetValue = quoin("facetValue");
    static final Node translatedTo = quoin("translatedTo");
    static final Node Synthesis = quoin("Synthesis");
    static final Node Category = quoin("Category");
    static final Node SynthesisedFinding = quoin("SynthesisedFinding");
    static final Node ConfidenceAssessment = quoin("ConfidenceAssessment");
    static final Node CredibilityAssessment = quoin("CredibilityAssessment");
    static final Node ComponentJudgement = quoin("ComponentJudgement");
    static final Node aggregates = quoin("aggregates");
    static final Node assesses = quoin("assesses");
    static final Node rating = quoin("rating");
    static final Node hasJudgement = quoin("hasJudgement");
    static final Node component = quoin("component");
    static final Node from = quoin("from");
    static final Node to = quoin("to");
    static final Node relation = quoin("relation");
    static final Node basedOn = quoin("basedOn");
    static final Node soughtIn = quoin("soughtIn");
    static final Node soughtConcept = quoin("soughtConcept");
    static final Node absence = quoin("absence");
    static final Node stateSha256 = quoin("stateSha256");
    static final Node decides = quoin("decides");
    static final Node curationState = quoin("curationState");
    static final Node TextPart = quoin("TextPart");
    static final Node partOf = quoin("partOf");
    static final Node startOffset = quoin("startOffset");
    static final Node endOffset = quoin("endOffset");
    static final Node headingStart = quoin("headingStart");
    static final Node headingEnd = quoin("headingEnd");
    static final Node Code = quoin("Code");
    static final Node code = quoin("code");
    static final Node colour = quoin("colour");
    static final Node lostIn = quoin("lostIn");
    static final Node fileSha256 = quoin("fileSha256");
    static final Node retracted = quoin("retracted");
    static final Node verdict = quoin("verdict");
    static final Node key = quoin("key");
    static final Node order = quoin("order");
    static final Node pluralLabel = quoin("pluralLabel");

    static final Node hasSource = node(OA + "hasSource");
    static final Node hasSelector = node(OA + "hasSelector");
    static final Node hasBody = node(OA + "hasBody");
    static final Node hasTarget = node(OA + "hasTarget");
    static final Node TextQuoteSelector = node(OA + "TextQuoteSelector");
    static final Node TextPositionSelector = node(OA + "TextPositionSelector");
    static final Node exact = node(OA + "exact");
    static final Node prefix = node(OA + "prefix");
    static final Node suffix = node(OA + "suffix");
    static final Node start = node(OA + "start");
    static final Node end = node(OA + "end");

    static final Node Entity = node(PROV + "Entity");
    static final Node Person = node(PROV + "Person");
    static final Node Organization = node(PROV + "Organization");
    static final Node SoftwareAgent = node(PROV + "SoftwareAgent");
    static final Node wasAttributedTo = node(PROV + "wasAttributedTo");
    static final Node wasRevisionOf = node(PROV + "wasRevisionOf");
    static final Node wasDerivedFrom = node(PROV + "wasDerivedFrom");
    static final Node specializationOf = node(PROV + "specializationOf");
    static final Node wasGeneratedBy = node(PROV + "wasGeneratedBy");
    static final Node wasAssociatedWith = node(PROV + "wasAssociatedWith");
    static final Node qualifiedDerivation = node(PROV + "qualifiedDerivation");
    static final Node Derivation = node(PROV + "Derivation");
    static final Node entity = node(PROV + "entity");
    static final Node generatedAtTime = node(PROV + "generatedAtTime");

    static final Node identifier = node(DCTERMS + "identifier");
    static final Node title = node(DCTERMS + "title");
    static final Node description = node(DCTERMS + "description");
    static final Node creator = node(DCTERMS + "creator");
    static final Node created = node(DCTERMS + "created");
    static final Node issued = node(DCTERMS + "issued");
    static final Node language = node(DCTERMS + "language");
    static final Node license = node(DCTERMS + "license");
    static final Node doi = node(PRISM + "doi");
    static final Node publicationName = node(PRISM + "publicationName");
    static final Node volume = node(PRISM + "volume");
    static final Node issue = node(PRISM + "issueIdentifier");
    static final Node pageRange = node(PRISM + "pageRange");
    static final Node keyword = node(PRISM + "keyword");

    static final Node pubMedId = node(FABIO + "hasPubMedId");
    static final Node pubMedCentralId = node(FABIO + "hasPubMedCentralId");

    static final Node Expression = node(FABIO + "Expression");
    static final Node Abstract = node(FABIO + "Abstract");
    static final Node JournalArticle = node(FABIO + "JournalArticle");

    private Terms() {}

    private static Node quoin(String local) {
        return node(QUOIN + local);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
