// Which emoji this person takes, and in which colour of skin.
import { kept } from '../kept';

const KEPT = 24;
const TONES = 5;

/** The latest first. */
export const recent = (): string[] => kept.get('emoji').split(' ').filter((each) => each !== '');

export function used(emoji: string): void {
  kept.set('emoji', [emoji, ...recent().filter((each) => each !== emoji)].slice(0, KEPT).join(' '));
}

/** 1 to 5 from light to dark, 0 for none. */
export function tone(): number {
  const said = Number(kept.get('tone'));
  return Number.isInteger(said) && said >= 0 && said <= TONES ? said : 0;
}

export function nextTone(): number {
  const next = (tone() + 1) % (TONES + 1);
  kept.set('tone', next === 0 ? '' : String(next));
  return next;
}
