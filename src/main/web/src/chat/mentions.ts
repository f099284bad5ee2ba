// Whether a text calls a person: `@` and their name, whatever its case, as a word of its own (Mentions.java).
import type { Person } from '../wire/types';

/** Longer texts are looked at up to here: a server is free to send megabytes. */
const LOOKED_AT = 16_384;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** The form in which names are compared (Names.java): NFKC and case folded, without what cannot be seen. */
const folded = (text: string): string => text
  .normalize('NFKC')
  .replace(/[\s\p{Zs}]+/gu, ' ')
  .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
  .trim()
  .toUpperCase()
  .toLowerCase();

/** Who moderates a chat calls all who are in a room by it. */
export const EVERYONE = 'everyone';

export const mayCallEveryone = ({ role }: Person): boolean => role === 'owner' || role === 'moderator';

/** Whether the text calls this person: by their name, or, said by who moderates the chat, everyone at once. */
export const calls = (text: string, from: Person, name: string): boolean =>
  mentions(text, name) || (mayCallEveryone(from) && mentions(text, EVERYONE));

export function mentions(text: string, name: string): boolean {
  const call = `@${folded(name)}`;
  if (call === '@' || !text.includes('@')) {
    return false;
  }
  const words = folded(text.slice(0, LOOKED_AT));
  for (let at = words.indexOf(call); at >= 0; at = words.indexOf(call, at + 1)) {
    if (isAWord(words, at, at + call.length)) {
      return true;
    }
  }
  return false;
}

function isAWord(text: string, from: number, to: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? ' ';
  const after = String.fromCodePoint(text.codePointAt(to) ?? 32);
  return !LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after);
}
