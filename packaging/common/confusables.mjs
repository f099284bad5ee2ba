// Writes the table of look-alikes that Hearth reads: for each character the text that it is taken for (UTS 39), as code
// points in hex.
//   430=61
//   42e=6c 4f
// Left out is what NFKD does already, for names are compared after it, and what only says that two letters of one script
// are similar, as in Thai or Tamil: who reads the script tells them apart, and has people of both names.
import { readFileSync, writeFileSync } from "node:fs";

const FORGED = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Han}\p{sc=Common}\p{sc=Inherited}]/u;

const [dataFile, out] = process.argv.slice(2);
const points = (text) => Array.from(text, (each) => each.codePointAt(0));
const hex = (text) => points(text).map((each) => each.toString(16)).join(" ");
const lines = Object.entries(JSON.parse(readFileSync(dataFile, "utf8")))
  .map(([from, to]) => [from, to.normalize("NFKD")])
  .filter(([from, to]) => points(from).length === 1 && from.normalize("NFKD") === from && from !== to)
  .filter(([, to]) => points(to).length > 1 || FORGED.test(to))
  .sort(([a], [b]) => points(a)[0] - points(b)[0])
  .map(([from, to]) => `${hex(from)}=${hex(to)}`);
writeFileSync(out, lines.join("\n") + "\n");
