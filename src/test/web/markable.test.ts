// Texts that are made to be hard cost no more than their length.
import { Lexer } from 'marked';
import { describe, expect, test } from 'vitest';
import { isMarkable } from '../src/ui/markable';

const long = 64 * 1024;
const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Counts what is read of a text. */
function reads(text: string): number {
  let count = 0;
  isMarkable({
    length: text.length,
    charCodeAt(index) {
      count += 1;
      return text.charCodeAt(index);
    },
  });
  return count;
}

const ladder = (mark: string, length: number): string => {
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    text += `${'  '.repeat(i)}${mark}x\n`;
  }
  return text;
};

const HARD: Readonly<Record<string, (length: number) => string>> = {
  digits: (n) => repeated('1', n),
  'digits and blanks': (n) => repeated('1 ', n),
  'numbers of lists': (n) => repeated('1. ', n),
  'bullets without an end': (n) => repeated('- ', n),
  'quotes without an end': (n) => repeated('>', n),
  'bullets far apart': (n) => repeated(`-${' '.repeat(50)}`, n),
  'five bullets far apart on each line': (n) => repeated(`${`-${' '.repeat(50)}`.repeat(5)}x\n`, n),
  'quotes and bullets': (n) => repeated('>- ', n),
  'seven markers and a letter': (n) => repeated('- - - - - - -x', n),
  blanks: (n) => repeated(' ', n),
  'a word in blanks': (n) => `a${repeated(' ', n)}b`,
  'a heading that does not end': (n) => `# a${repeated(' ', n)}b`,
  'blank lines': (n) => repeated(' \n', n),
  'lists in lists': (n) => ladder('- ', n),
  'numbers in numbers': (n) => ladder('1. ', n),
  'stars and underscores': (n) => repeated('_*a', n),
  'stars that open': (n) => repeated('**a', n),
  underscores: (n) => repeated('_a', n),
  brackets: (n) => repeated('[', n),
  'links in links': (n) => repeated('[a', n / 2) + repeated('](b)', n / 2),
  backticks: (n) => repeated('`a``', n),
  'an address of full stops': (n) => `http://a.example/${repeated('.', n)}`,
  'an address of questions': (n) => `http://a.example/${repeated('?!', n)}`,
  tables: (n) => `${repeated('|', n / 2)}\n${repeated('|-', n / 2)}`,
  markup: (n) => repeated('<a b="', n),
};

describe('a text that is made to be hard', () => {
  for (const [name, make] of Object.entries(HARD)) {
    test(`${name}: is read once`, () => {
      expect(reads(make(8_000))).toBeLessThanOrEqual(8_000 + name.length);
      expect(isMarkable(make(long))).toBe(false);
      expect(reads(make(long))).toBe(0);
    });
  }

  // Bounded in time as a whole only: what the library does cannot be counted. Without the check it takes minutes or overflows the stack.
  test('is no work for the library, as long as it may be', { timeout: 20_000 }, () => {
    for (const make of Object.values(HARD)) {
      for (const length of [500, 2_000, 4_000, 7_900]) {
        const text = make(length);
        if (isMarkable(text)) {
          new Lexer({ gfm: true, breaks: true }).lex(text);
        }
      }
    }
  });
});

describe('a text that people write', () => {
  for (const text of [
    'Hello **there**, _you_',
    '----------\nabove is a rule',
    '> > quoted twice\n\n- a\n  - b\n    - c\n      - d',
    '1. one\n2. two\n\n```\n        deeply(indented);\n```',
    'a | b\n--|--\n1 | 2',
    '**********',
    '2026-12-01 10:00',
  ]) {
    test(`is read as markdown: ${text.slice(0, 20).replaceAll('\n', ' ')}`, () => expect(isMarkable(text)).toBe(true));
  }

  test('is not, where it is nested eight deep', () => {
    expect(isMarkable(`a\n${'> '.repeat(7)}x`)).toBe(true);
    expect(isMarkable(`a\n${'> '.repeat(8)}x`)).toBe(false);
    expect(isMarkable(`a\n${'- '.repeat(8)}x`)).toBe(false);
    expect(isMarkable(`a\n${'1. '.repeat(8)}x`)).toBe(false);
  });
});
