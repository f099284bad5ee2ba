// Completes what is typed in a field: looks at what stands before the caret, holds what may come in its place, and puts it in.
import type { Presence } from '../wire/types';
import { finished, offer, wantsTable, type Offer, type Table } from './completions';

let table: Table | undefined;

/** Writes in place of the characters from `start` to `end`, as if it were typed: it can be undone. */
export function write(field: HTMLTextAreaElement, text: string, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only way to write that a browser can undo.
  if (!document.execCommand?.('insertText', false, text)) {
    field.setRangeText(text, start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export class Completing {
  offer: Offer | undefined;
  chosen = 0;
  /** Where a list was closed by hand: it stays closed until something else is typed there. */
  private closedAt = -1;

  /** @param changed is run when another list, or another line of it, is to be shown */
  constructor(
    private readonly field: () => HTMLTextAreaElement | null,
    private readonly people: () => Iterable<Presence>,
    private readonly changed: () => void,
  ) {}

  /** Something was typed, or the caret was moved. */
  look(): void {
    const field = this.field();
    const caret = field && field.selectionStart === field.selectionEnd ? field.selectionStart : -1;
    if (!field || caret < 0) {
      this.show(undefined);
      return;
    }
    const text = field.value;
    if (!table && wantsTable(text, caret)) {
      // Where it does not come, codes stay as they are typed.
      import('./emoji/table').then((loaded) => {
        table = loaded;
        this.typed();
      }, () => {});
    }
    const found = offer(text, caret, this.people, table);
    this.show(found && found.start !== this.closedAt ? found : undefined);
    this.closedAt = found ? this.closedAt : -1;
  }

  /** Something was typed: a code that is finished is its emoji. */
  typed(): void {
    const field = this.field();
    const whole = field && table && finished(field.value, field.selectionStart, table);
    if (field && whole) {
      this.show(undefined);
      write(field, whole.choices[0]!.insert, whole.start, whole.end);
    } else {
      this.look();
    }
  }

  private show(found: Offer | undefined): void {
    const same = JSON.stringify(found) === JSON.stringify(this.offer);
    if (!same) {
      this.offer = found;
      this.chosen = 0;
      this.changed();
    }
  }

  close(): void {
    this.closedAt = this.offer?.start ?? -1;
    this.show(undefined);
  }

  take(index: number): void {
    const { offer: taken } = this;
    const field = this.field();
    const choice = taken?.choices[index];
    this.show(undefined);
    if (field && taken && choice) {
      write(field, choice.insert, taken.start, taken.end);
    }
  }

  /** Takes a key; false where it means something else. */
  onKeyDown(event: KeyboardEvent): boolean {
    if (!this.offer || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) {
      return false;
    }
    const { length } = this.offer.choices;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.chosen = (this.chosen + (event.key === 'ArrowDown' ? 1 : length - 1)) % length;
        this.changed();
        break;
      case 'Enter':
      case 'Tab':
        this.take(this.chosen);
        break;
      case 'Escape':
        this.close();
        event.stopPropagation();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }
}
