package dev.hearth.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which characters look like others, after the idea of UTS 39: a text's skeleton is the text with
/// each character replaced by the one it is taken for. Two names with one skeleton are one name to
/// the eye.
///
/// The table holds the letters of the scripts from which Latin names are forged. What Unicode calls
/// compatible (full-width, mathematical, circled) is left to NFKC. Stateless.
final class Confusables {
    /// In pairs of lines: characters, and under each the one that it looks like.
    private static final String[] TABLE = {
        // Digits and signs.
        "01|ǃǀ∣∕⁄",
        "Oll!ll//",
        "ˈʼʹ′`‘’‛ʻ",
        "'''''''''",
        "‐‑‒–—−⁃",
        "-------",
        // Latin: small capitals, turned and dotless letters.
        "IıɩȷɑɡƖᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
        "liijaglabcdefghijklmnoprstuvwyz",
        // Cyrillic.
        "АВЕЅІЈКМНОРСТУХҮԚԜҺЗЬԌѴӀԀ",
        "ABESlJKMHOPCTYXYQWh3bGVld",
        "асеорѕіјхуһԁԛԝѵӏүкмнвтԍз",
        "aceopsijxyhdqwvlykmhbtg3",
        // Greek.
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺͿ",
        "ABEZHlKMNOPTYXCMJ",
        "ανοριυγκχτηϲϳωεςσ",
        "avopiuykxtncjweco",
        // Armenian.
        "ՏԼՕՍՐոօսհցզյքռաւ",
        "SLOUPnouhgqjfnwl",
        // Cherokee.
        "ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏂᏃᏎᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏩᏴ",
        "DRTiAJEWMHGhZ4bRWSVSLCPKdGB",
        // Lisu.
        "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ",
        "BPDTGKJCZFMNLSRVHWXYAElOU",
    };

    private static final Map<Integer, Integer> LIKE = read();

    private Confusables() {}

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> like = new HashMap<>();
        for (int line = 0; line < TABLE.length; line += 2) {
            int[] from = TABLE[line].codePoints().toArray();
            int[] to = TABLE[line + 1].codePoints().toArray();
            if (from.length != to.length) {
                throw new IllegalStateException("a line and its partner differ: " + TABLE[line]);
            }
            for (int i = 0; i < from.length; i++) {
                like.put(from[i], to[i]);
            }
        }
        return Map.copyOf(like);
    }

    /// `text` as the eye takes it, apart from upper and lower case.
    static String skeleton(String text) {
        var skeleton = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .map(Confusables::like)
                .forEach(skeleton::appendCodePoint);
        return skeleton.toString();
    }

    private static int like(int c) {
        @Nullable Integer like = LIKE.get(c);
        return like == null ? c : like;
    }
}
