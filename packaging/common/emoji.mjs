// Writes the table of emoji that Hearth reads: a line for each, in the order of Unicode's charts, and after it a line
// for each of its skin tones.
//   E <tab> emoji <tab> group <tab> names <tab> keywords
//   S <tab> emoji <tab> tone (1 to 5, 0 where people of several tones are in one drawing)
import { readFileSync, writeFileSync } from "node:fs";

const [dataFile, wordsFile, out] = process.argv.slice(2);
const data = JSON.parse(readFileSync(dataFile, "utf8"));
const words = JSON.parse(readFileSync(wordsFile, "utf8"));

const GROUPS = {
  "Smileys & Emotion": "smileys", "People & Body": "people", "Animals & Nature": "nature", "Food & Drink": "food",
  "Travel & Places": "travel", "Activities": "activities", "Objects": "objects", "Symbols": "symbols", "Flags": "flags",
  "Component": "parts",
};
const TONES = ["1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF"];

const text = (unified) => String.fromCodePoint(...unified.split("-").map((hex) => parseInt(hex, 16)));
const plain = (word) => /^[^\t\n,]+$/.test(word);
const groups = Object.keys(GROUPS);
const shown = data
  .filter((each) => each.has_img_twitter && !each.obsoleted_by)
  .concat(data.filter((each) => each.has_img_twitter && each.obsoleted_by))
  .sort((a, b) => groups.indexOf(a.category) - groups.indexOf(b.category) || a.sort_order - b.sort_order);

const lines = [];
for (const each of shown) {
  const emoji = text(each.unified);
  const keywords = [...new Set((words[emoji] ?? []).concat(each.name.toLowerCase().split(/[^\p{L}\p{N}]+/u)))];
  const group = each.obsoleted_by ? "parts" : GROUPS[each.category];
  lines.push(["E", emoji, group, each.short_names.filter(plain).join(","),
    keywords.filter((word) => word && plain(word)).join(",")].join("\t"));
  for (const [tone, skin] of Object.entries(each.skin_variations ?? {})) {
    lines.push(["S", text(skin.unified), TONES.indexOf(tone) + 1].join("\t"));
  }
}
writeFileSync(out, lines.join("\n") + "\n");
