// English words that hold a question together and are not what it is about.
package org.quoin.search.lucene;

import java.util.Locale;
import java.util.Set;

/// More than the analyser's stop words, which are kept few so that phrases can be searched for. A closed class:
/// the pronouns, auxiliaries, prepositions, conjunctions, quantifiers and particles of English, and the
/// contractions of them; and the words in which evidence is asked for. No other noun, adjective or full verb
/// stands here, for each of these may be what a question is about.
final class FunctionWords {
    private static final Set<String> WORDS = Set.of(
            ("i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her"
                            + " hers herself it its itself they them their theirs themselves one ones oneself this that"
                            + " these those what which who whom whose when where why how whether am is are was were be"
                            + " been being do does did doing done have has had having can could may might must shall"
                            + " should will would ought need needn't let's isn't aren't wasn't weren't don't doesn't"
                            + " didn't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't mustn't there's"
                            + " here there then than thus so such as at by for from in into of off on onto out over to"
                            + " up upon with within without about above across after against along among amongst around"
                            + " before behind below beneath beside besides between beyond despite down during except"
                            + " inside like near outside per since through throughout till toward towards under"
                            + " underneath until unlike via and but or nor if because although though unless while"
                            + " whereas yet either neither both each every all any anybody anyone anything some somebody"
                            + " someone something nobody nothing none no not only own same other others another more"
                            + " most less least much many few fewer several enough little lot lots very too quite rather"
                            + " just also even still again ever never always often sometimes already now a an the"
                            // What asks for evidence, and is in no evidence.
                            + " know known say says said tell tells study studies evidence research literature")
                    .split(" ", -1));

    private FunctionWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.replace('’', '\'').toLowerCase(Locale.ROOT));
    }
}
