// Whether a text is given to the markdown library. Its expressions go back and forth over what is made to be hard, so such
// texts are shown as they were typed. One pass: the cost is linear in the length.

/** What the check reads of a text; a test counts the reads. */
export interface Characters {
  readonly length: number;
  charCodeAt(index: number): number;
}

const LONGEST = 8_000;
/** Quotes and lists within each other, as in the app (Markdown.java). */
const DEEPEST = 8;
const WIDEST_INDENT = 32;
const MOST_DELIMITERS = 400;
const MOST_BLANKS = 100;
const LONGEST_WORD = 2_048;

const code = (character: string): number => character.charCodeAt(0);
const NEW_LINE = code('\n');
const SPACE = code(' ');
const TAB = code('\t');
const QUOTE = code('>');
const ZERO = code('0');
const NINE = code('9');
const isDigit = (c: number): boolean => c >= ZERO && c <= NINE;
const BULLETS: ReadonlySet<number> = new Set([...'-+*'].map(code));
const NUMBER_ENDS: ReadonlySet<number> = new Set([...'.)'].map(code));
const DELIMITERS: ReadonlySet<number> = new Set([...'*_~'].map(code));

/** The runs of a text that the library would have to look at again and again. */
class Runs {
  private delimiters = 0;
  private blanks = 0;
  private word = 0;

  /** Takes the next character; false where there is too much of one kind. */
  take(c: number): boolean {
    this.delimiters += DELIMITERS.has(c) ? 1 : 0;
    this.blanks = c === SPACE || c === TAB ? this.blanks + 1 : 0;
    this.word = c === NEW_LINE || this.blanks > 0 ? 0 : this.word + 1;
    return this.delimiters <= MOST_DELIMITERS && this.blanks <= MOST_BLANKS && this.word <= LONGEST_WORD;
  }
}

/** The markers of quotes and lists at the beginning of a line. Of a list's, the blank behind it is a part. */
class Markers {
  private isOpen = true;
  private inNumber = false;
  private bullet = false;
  private indent = 0;
  private depth = 0;

  /** Takes the next character; false where they are nested too deep. */
  take(c: number): boolean {
    if (c === NEW_LINE) {
      Object.assign(this, { isOpen: true, inNumber: false, bullet: false, indent: 0, depth: 0 });
    } else if (this.isOpen) {
      this.mark(c);
    }
    return this.depth < DEEPEST && !(this.depth > 0 && this.indent > WIDEST_INDENT);
  }

  private mark(c: number): void {
    const blank = c === SPACE || c === TAB;
    if (blank) {
      this.depth += this.bullet ? 1 : 0;
      this.indent += this.depth === 0 ? 1 : 0;
    } else if (c === QUOTE && !this.bullet && !this.inNumber) {
      this.depth += 1;
    }
    this.isOpen = blank || (!this.bullet && (c === QUOTE || isDigit(c) || BULLETS.has(c) || (this.inNumber && NUMBER_ENDS.has(c))));
    this.bullet = !blank && this.isOpen && (BULLETS.has(c) || NUMBER_ENDS.has(c));
    this.inNumber = isDigit(c);
  }
}

/** Whether markdown of `text` is shown as such. */
export function isMarkable(text: Characters): boolean {
  if (text.length > LONGEST) {
    return false;
  }
  const runs = new Runs();
  const markers = new Markers();
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (!runs.take(c) || !markers.take(c)) {
      return false;
    }
  }
  return true;
}
