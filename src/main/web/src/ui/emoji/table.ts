// All emoji, with their names and other words for them (packaging/common/emoji.mjs). It comes when somebody wants it.
import source from '../../../assets/dev/hearth/ui/emoji/table.tsv?raw';

export interface Emoji {
  readonly text: string;
  readonly group: string;
  readonly names: readonly string[];
  readonly keywords: readonly string[];
  /** By the colour of skin, 1 to 5 from light to dark; 0 is none. */
  readonly tones: string[];
}

/** Colours of skin, and what newer emoji replace: not offered. */
const PARTS = 'parts';

function read(lines: readonly string[]): Emoji[] {
  const all: Emoji[] = [];
  for (const line of lines) {
    const [kind, text = '', group = '', names = '', keywords = ''] = line.split('\t');
    if (kind === 'E') {
      all.push({ text, group, names: names.split(','), keywords: keywords.split(','), tones: [text] });
    } else if (kind === 'S' && group !== '0') {
      all.at(-1)!.tones[Number(group)] = text; // a line of a tone has it where others have their group
    }
  }
  return all.filter((each) => each.group !== PARTS);
}

export const emoji: readonly Emoji[] = read(source.split('\n'));

const byName = new Map(emoji.flatMap((each) => each.names.map((name) => [name, each] as const)));
const byText = new Map(emoji.flatMap((each) => each.tones.map((tone) => [tone, each] as const)));

export const named = (name: string): Emoji | undefined => byName.get(name.toLowerCase());

/** The emoji of which `text` is one of the tones. */
export const emojiOf = (text: string): Emoji | undefined => byText.get(text);

export const inTone = (of: Emoji, tone: number): string => of.tones[tone] ?? of.text;

const NONE = 4;

/** How well it is meant: 0 by its name, 1 by its beginning, 2 by a word of it, 3 by another word (EmojiSearch.java). */
function rank({ names, keywords }: Emoji, wanted: string): number {
  const best = Math.min(...names.map((name) => name === wanted ? 0 : name.startsWith(wanted) ? 1
    : name.includes(`_${wanted}`) || name.includes(`-${wanted}`) ? 2 : NONE));
  return best === NONE && keywords.some((word) => word.toLowerCase().replaceAll(' ', '_').startsWith(wanted)) ? 3 : best;
}

/** The emoji that `query` may mean, the likeliest first; those that are as likely in the order of the charts. */
export function find(query: string, most: number): Emoji[] {
  const wanted = query.trim().toLowerCase().replaceAll(' ', '_');
  return wanted === '' ? [] : emoji
    .map((each) => ({ each, rank: emojiOf(query.trim()) === each ? 0 : rank(each, wanted) }))
    .filter((hit) => hit.rank < NONE)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((hit) => hit.each);
}
