// @vitest-environment happy-dom
// Emoji by their codes, in the picker and as reactions; names after an at sign.
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { BrowserStore } from '../src/chat/store';
import { App } from '../src/ui/app';
import { finished, offer, wantsTable } from '../src/ui/completions';
import { across, Picker } from '../src/ui/emoji/picker';
import * as table from '../src/ui/emoji/table';
import { nextTone, recent, tone, used } from '../src/ui/emoji/use';
import { texts } from '../src/ui/texts';
import { BOB, ScriptedHost } from './host';

const until = (holds: () => unknown): Promise<unknown> => vi.waitFor(() => expect(holds()).toBeTruthy(), { interval: 5, timeout: 10_000 });
const person = (name: string, online = true) => ({ id: name, name, role: 'member' as const, online });
const PEOPLE = [person('Zoe Miller', false), person('Bob'), person('Bobby'), person('Zoe')];

afterEach(() => localStorage.clear());

describe('the table', () => {
  test('has every emoji that people pick, in groups and with its tones', () => {
    expect(table.emoji.length).toBeGreaterThan(1_800);
    expect(new Set(table.emoji.map((each) => each.group))).toEqual(new Set(Object.keys(texts.emojiGroup).filter((name) => name !== 'recent')));
    const wave = table.named('wave')!;
    expect(wave.text).toBe('👋');
    expect([0, 1, 5, 9].map((each) => table.inTone(wave, each))).toEqual(['👋', '👋🏻', '👋🏿', '👋']);
    expect(table.emojiOf('👋🏿')).toBe(wave);
  });

  test('finds by name, by its beginning, by a word of it, and by other words, in this order', () => {
    expect(table.find('tada', 8)[0]!.text).toBe('🎉');
    expect(table.find('Party Popper', 8)[0]!.text).toBe('🎉');
    expect(table.find('🎉', 8)[0]!.text).toBe('🎉');
    const hearts = table.find('heart', 50).map((each) => each.text);
    expect(hearts[0]).toBe('❤️');
    expect(hearts).toContain('💜');
    expect(table.find('  ', 8)).toEqual([]);
    expect(table.find('nothing has this name', 8)).toEqual([]);
  });
});

describe('what is typed is completed', () => {
  const at = (text: string, withTable = true) => offer(text, text.length, () => PEOPLE, withTable ? table : undefined);

  test('from a colon and two letters, not within a word', () => {
    expect(at('look :tad')).toMatchObject({ start: 5, end: 9, choices: [{ insert: '🎉', label: ':tada:' }] });
    expect(at(':+1')?.choices[0]).toEqual({ insert: '👍', label: ':+1:' });
    for (const text of [':t', '10:30', 'http:', 'a:tada', ': tada', ':D', '']) {
      expect(at(text), text).toBeUndefined();
    }
    expect(wantsTable('10:30', 5)).toBe(false);
    expect(wantsTable('so :ta', 6)).toBe(true);
    expect(at(':tad', false)).toBeUndefined();
  });

  test('a code that is finished is its emoji', () => {
    expect(finished('so :tada:', 9, table)).toMatchObject({ start: 3, end: 9, choices: [{ insert: '🎉' }] });
    for (const text of [':nothing:', '::', '10:30:', 'a:tada:', ':tada']) {
      expect(finished(text, text.length, table), text).toBeUndefined();
    }
  });

  test('in the colour of skin that was chosen', () => {
    nextTone();
    expect(at(':wave')?.choices[0]?.insert).toBe('👋🏻');
    expect(finished(':wave:', 6, table)?.choices[0]?.insert).toBe('👋🏻');
  });

  test('from an at sign to the names of those who are here, and then of others', () => {
    const names = (text: string): unknown => at(text)?.choices.map((each) => each.insert);
    expect(names('@')).toEqual(['@Bob ', '@Bobby ', '@Zoe ', '@Zoe Miller ']);
    expect(names('hi @bo')).toEqual(['@Bob ', '@Bobby ']);
    expect(names('(@zo')).toEqual(['@Zoe ', '@Zoe Miller ']);
    expect(names('@mil')).toEqual(['@Zoe Miller ']);
    for (const text of ['mail@bo', '@nobody', 'bo', '@'.padEnd(60, 'x')]) {
      expect(names(text), text).toBeUndefined();
    }
  });
});

describe('what a person takes', () => {
  test('is kept, the latest first and each once', () => {
    ['👍', '🎉', '👍'].forEach(used);
    expect(recent()).toEqual(['👍', '🎉']);
    Array.from({ length: 60 }, (_, i) => used(String(i)));
    expect(recent()).toHaveLength(24);
    expect(recent()[0]).toBe('59');
  });

  test('comes in the colour of skin that was chosen last', () => {
    expect(tone()).toBe(0);
    for (let i = 0; i < 5; i += 1) {
      nextTone();
    }
    expect(tone()).toBe(5);
    expect(nextTone()).toBe(0);
    localStorage.setItem('hearth.tone', 'x');
    expect(tone()).toBe(0);
  });
});

test('arrows go from row to row, over the ends of groups', () => {
  const group = (from: number, length: number) => ({ from, all: table.emoji.slice(0, length) });
  const groups = [group(0, 10), group(10, 20)];
  expect(across(groups, 3, 1)).toBe(9);
  expect(across(groups, 1, 1)).toBe(9);
  expect(across(groups, 9, 1)).toBe(11);
  expect(across(groups, 11, -1)).toBe(9);
  expect(across(groups, 26, 1)).toBe(26);
  expect(across(groups, 2, -1)).toBe(2);
});

describe('the picker', () => {
  let place: HTMLElement;
  const picked: string[] = [];
  const field = (): HTMLInputElement => place.querySelector('input')!;
  const type = async (query: string): Promise<void> => {
    field().value = query;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => place.querySelectorAll('[data-group="found"]').length === Number(query !== '') || place.querySelector('.hint'));
  };
  const press = (key: string): boolean => field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const chosen = (): string => place.querySelector('[aria-selected="true"]')?.textContent ?? '';

  beforeEach(() => {
    picked.length = 0;
    place = document.createElement('div');
    document.body.replaceChildren(place);
    ['👋', '🎉'].forEach(used);
    render(<Picker onPick={(emoji) => picked.push(emoji)} />, place);
  });

  afterEach(() => render(null, place));

  test('shows what was taken before, then all by groups', () => {
    const groups = [...place.querySelectorAll('[data-group]')].map((each) => each.getAttribute('aria-label'));
    expect(groups).toEqual(Object.values(texts.emojiGroup));
    expect([...place.querySelectorAll('[data-group="recent"] [role="option"]')].map((each) => each.textContent)).toEqual(['🎉', '👋']);
    expect(chosen()).toBe('🎉');
  });

  test('is used by keyboard alone', async () => {
    await type('wave');
    expect(chosen()).toBe('👋');
    press('Enter');
    expect(picked).toEqual(['👋']);
    await type('heart');
    const all = [...place.querySelectorAll('[role="option"]')].map((each) => each.textContent);
    for (const [key, index] of [['ArrowRight', 1], ['ArrowDown', 9], ['ArrowLeft', 8], ['ArrowUp', 0], ['ArrowUp', 0]] as const) {
      press(key);
      await until(() => chosen() === all[index]);
      expect(field().getAttribute('aria-activedescendant')).toBe(place.querySelector('[aria-selected="true"]')!.id);
    }
    await type('nothing has this name');
    expect(place.textContent).toContain(texts.emojiNone);
    expect(press('Enter')).toBe(true);
  });

  test('gives it in the colour of skin that is shown', async () => {
    place.querySelector<HTMLButtonElement>('.icon-button')!.click();
    await until(() => place.querySelector('[data-group="recent"]')?.textContent?.includes('👋🏻'));
    place.querySelector<HTMLButtonElement>('[data-group="recent"] [aria-label="wave"]')!.click();
    expect(picked).toEqual(['👋🏻']);
  });
});

describe('in a chat', () => {
  let host: ScriptedHost;
  let chat: Chat;
  let place: HTMLElement;
  const field = (): HTMLTextAreaElement => place.querySelector('.composer textarea')!;
  const type = (text: string): void => {
    field().value = text;
    field().setSelectionRange(text.length, text.length);
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const press = (key: string): boolean => field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const suggestions = (): string[] => [...place.querySelectorAll('.suggestions .name')].map((each) => each.textContent!);

  beforeEach(async () => {
    host = await ScriptedHost.start();
    host.append('#lobby', 'hello', BOB);
    chat = new Chat(host.page, new BrowserStore(undefined));
    place = document.createElement('div');
    document.body.replaceChildren(place);
    render(<App chat={chat} />, place);
    chat.start();
    await until(() => chat.state.is === 'asking');
    chat.enter('Me');
    await until(() => place.querySelector('.message'));
  });

  afterEach(async () => {
    render(null, place);
    chat.stop();
    await host.stop();
  });

  test('codes and names are completed by keyboard, and Enter sends only where nothing is offered', async () => {
    type('well done :tad');
    await until(() => suggestions()[0] === ':tada:');
    expect(field().getAttribute('aria-activedescendant')).toBe('suggestion-0');
    press('Enter');
    await until(() => field().value === 'well done 🎉' && suggestions().length === 0);
    type('well done 🎉 @b');
    await until(() => suggestions()[0] === 'Bob');
    press('Tab');
    await until(() => field().value === 'well done 🎉 @Bob ');
    type('well done :tada:');
    await until(() => field().value === 'well done 🎉');
    press('Enter');
    await until(() => host.askedFor('chat message').length === 1);
    expect(host.askedFor('chat message')[0]).toMatchObject({ text: 'well done 🎉' });
  });

  test('a list that was closed stays closed until something else is typed', async () => {
    type('@b');
    await until(() => suggestions().length > 0);
    press('Escape');
    await until(() => suggestions().length === 0);
    type('@bo');
    await new Promise((done) => setTimeout(done, 0));
    expect(suggestions()).toEqual([]);
    type('@b and ');
    type('@b and @b');
    await until(() => suggestions()[0] === 'Bob');
  });

  test('any emoji can be put in where the caret is', async () => {
    type('ab');
    field().setSelectionRange(1, 1);
    place.querySelector<HTMLButtonElement>(`.composer [aria-label="${texts.emoji}"]`)!.click();
    await until(() => place.querySelector('.picker'));
    place.querySelector<HTMLButtonElement>('.picker [aria-label="tada"]')!.click();
    await until(() => field().value === 'a🎉b' && !place.querySelector('.picker'));
    expect(recent()).toEqual(['🎉']);
  });

  test('any emoji can be a reaction', async () => {
    const button = (label: string): HTMLButtonElement => place.querySelector(`.actions [aria-label="${label}"]`)!;
    place.querySelector('.message')!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until(() => button(texts.react));
    button(texts.react).click();
    await until(() => button(texts.anyEmoji));
    button(texts.anyEmoji).click();
    await until(() => place.querySelector('.picker'));
    place.querySelector<HTMLButtonElement>('.picker [aria-label="unicorn face"]')!.click();
    await until(() => host.askedFor('react').length === 1);
    expect(host.askedFor('react')[0]).toMatchObject({ emoji: '🦄', on: true });
    await until(() => !place.querySelector('.picker'));
  });
});
