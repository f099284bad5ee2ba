// What may be put in place of what is being typed: an emoji for `:wa`, a name for `@am` (Completions.java, ShortCodes.java).
import type { Presence } from '../wire/types';
import { tone } from './emoji/use';
import { nameOf } from './names';

export type Table = typeof import('./emoji/table');

export interface Choice {
  /** What is written. */
  readonly insert: string;
  readonly label: string;
}

/** Choices for the characters from `start` to `end`. */
export interface Offer {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly Choice[];
}

const MOST = 8;
/** A colon and a letter are often a smiley. */
const SHORTEST_CODE = 2;
const LONGEST = 40;
const OF_CODE = /[\p{L}\p{N}_+-]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]$/u;

/** Whether a sign at `at` begins something, and does not stand within a word. */
const begins = (text: string, at: number): boolean => !LETTER_OR_DIGIT.test(text.slice(Math.max(0, at - 2), at));

/** The colon that begins a code before `caret`; -1 for none. */
function colonBefore(text: string, caret: number): number {
  let at = caret - 1;
  while (at >= 0 && caret - at <= LONGEST && OF_CODE.test(text[at]!)) {
    at -= 1;
  }
  return at >= 0 && text[at] === ':' && begins(text, at) ? at : -1;
}

/** The code before the caret, or the one that its colon ends; undefined for none. */
function codeAt(text: string, caret: number): { readonly start: number; readonly code: string; readonly isFinished: boolean } | undefined {
  const isFinished = caret > 0 && text[caret - 1] === ':' && colonBefore(text, caret - 1) >= 0;
  const end = isFinished ? caret - 1 : caret;
  const start = colonBefore(text, end);
  return start < 0 || end - start - 1 < (isFinished ? 1 : SHORTEST_CODE) ? undefined
    : { start, code: text.slice(start + 1, end), isFinished };
}

/** Whether the table of emoji has something to say at the caret. */
export const wantsTable = (text: string, caret: number): boolean => codeAt(text, caret) !== undefined;

/** The emoji whose whole code, both colons with it, ends at the caret. */
export function finished(text: string, caret: number, table: Table): Offer | undefined {
  const code = codeAt(text, caret);
  const emoji = code?.isFinished ? table.named(code.code) : undefined;
  return emoji && { start: code!.start, end: caret, choices: [{ insert: table.inTone(emoji, tone()), label: code!.code }] };
}

/** What completes the text before the caret. */
export function offer(text: string, caret: number, people: () => Iterable<Presence>, table: Table | undefined): Offer | undefined {
  const code = codeAt(text, caret);
  const choices = table && code && !code.isFinished
    ? table.find(code.code, MOST).map((each) => ({ insert: table.inTone(each, tone()), label: `:${each.names[0]}:` })) : [];
  return choices.length > 0 ? { start: code!.start, end: caret, choices } : nameOffer(text, caret, people);
}

function nameOffer(text: string, caret: number, people: () => Iterable<Presence>): Offer | undefined {
  const at = caret > 0 ? text.lastIndexOf('@', caret - 1) : -1;
  if (at < 0 || caret - at > LONGEST || !begins(text, at)) {
    return undefined;
  }
  const wanted = text.slice(at + 1, caret).toLowerCase();
  const names = [...people()]
    .sort((a, b) => Number(b.online) - Number(a.online))
    .map(nameOf)
    .filter((name) => name.toLowerCase().startsWith(wanted) || name.toLowerCase().split(' ').some((word) => word.startsWith(wanted)));
  const choices = [...new Set(names)].slice(0, MOST).map((name) => ({ insert: `@${name} `, label: name }));
  return choices.length > 0 ? { start: at, end: caret, choices } : undefined;
}
