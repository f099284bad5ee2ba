// @vitest-environment happy-dom
// What the page says in six languages: nothing missing, nothing that nobody says, and what is filled in.
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { BrowserStore } from '../src/chat/store';
import { App } from '../src/ui/app';
import { dayOf, timeOf } from '../src/ui/dates';
import { Text } from '../src/ui/markdown';
import { reasonOf, reasonOfName, reasonOutside } from '../src/ui/reasons';
import { choose, counted, fill, LANGUAGES, language, listed, number, speak, texts, type Language } from '../src/ui/texts';
import en from '../src/ui/texts/en';
import { ScriptedHost } from './host';

const CODES = Object.keys(LANGUAGES) as Language[];
const OTHERS = CODES.filter((code) => code !== 'en');

type Leaf = string | Record<string, string>;
/** Every text by its path; one that counts is one. */
function leaves(all: object, path = ''): Map<string, Leaf> {
  return new Map(Object.entries(all).flatMap(([key, said]) =>
    typeof said === 'string' || 'other' in said ? [[path + key, said as Leaf]] : [...leaves(said, `${path}${key}.`)]));
}

const inLanguage = async (code: string): Promise<object> => ((await import(`../src/ui/texts/${code}.ts`)) as { default: object }).default;
const placeholders = (said: Leaf): string[] =>
  [...(typeof said === 'string' ? said : said['other']!).matchAll(/\{\d\}|#/g)].map(([each]) => each).sort();

describe('every language', () => {
  for (const code of OTHERS) {
    test(`${code} says what English says, with the same filled in`, async () => {
      const english = leaves(en);
      const other = leaves(await inLanguage(code));
      expect([...other.keys()]).toEqual([...english.keys()]);
      for (const [key, said] of other) {
        expect(placeholders(said), key).toEqual(placeholders(english.get(key)!));
      }
    });
  }

  for (const code of CODES) {
    test(`${code} has every form of a number that the language has, and no empty text`, async () => {
      const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.sort();
      for (const [key, said] of leaves(await inLanguage(code))) {
        const all = typeof said === 'string' ? [said] : Object.values(said);
        expect(all.every((each) => each.trim() !== ''), key).toBe(true);
        if (typeof said !== 'string') {
          expect(Object.keys(said).sort(), key).toEqual(forms);
          expect([said['few'], said['many'], said['other']].every((each) => each?.includes('#') ?? true), key).toBe(true);
        }
      }
    });
  }

  test('says nothing that nobody asks for', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('texts/'))
      .map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
    const dynamic = ['light', 'dark'];
    const unused = Object.keys(en).filter((key) => !dynamic.includes(key) && !new RegExp(`texts\\.${key}\\b`).test(sources));
    expect(unused).toEqual([]);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await choose('');
  expect(language).toBe('en');
});

const browserSays = (...languages: string[]): void => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
};

describe('the page speaks', () => {
  test('as the browser does, in the first language it knows', async () => {
    browserSays('tlh', 'de-AT', 'fr');
    await speak();
    expect(texts.join).toBe('Dem Chat beitreten');
    expect(document.documentElement.lang).toBe('de');
    expect(document.documentElement.dir).toBe('ltr');
    // As they write in Austria.
    expect(new Intl.DateTimeFormat('de-AT', { day: 'numeric', month: 'long', year: 'numeric' }).format(0)).toBe(dayOf(0));
    expect(number(1_234.5)).toBe(new Intl.NumberFormat('de-AT').format(1_234.5));
    expect(counted(texts.members, 1)).toBe('1 Mitglied');
    expect(counted(texts.members, 12)).toBe('12 Mitglieder');
    browserSays('tlh');
    await speak();
    expect(texts.join).toBe('Join the chat');
  });

  test('as was chosen by hand, also after a reload, until that is taken back', async () => {
    browserSays('de');
    await choose('ar');
    expect(document.documentElement.dir).toBe('rtl');
    expect(localStorage.getItem('hearth.language')).toBe('ar');
    expect(counted(texts.here, 2)).toBe('شخصان هنا');
    expect(counted(texts.here, 3)).toMatch(/^\S أشخاص هنا$/);
    expect(counted(texts.here, 11)).toMatch(/^\S+ شخصًا هنا$/);
    await speak();
    expect(language).toBe('ar');
    await choose('');
    expect(language).toBe('de');
    browserSays('en');
  });

  test('the language that was chosen last, whichever comes first', async () => {
    await Promise.all([choose('fr'), choose('zh'), choose('es')]);
    expect(language).toBe('es');
    expect(texts.join).toBe('Unirse al chat');
  });

  test('with what is filled in as it is, and of its own direction', async () => {
    expect(fill(texts.note.invited, '{1} $& $1', 'Bob')).toBe('{1} $& $1 invited Bob');
    expect(listed(['Ann', 'Bob'])).toBe('Ann, Bob');
    await choose('ar');
    expect(fill(texts.note.joined, 'Ann')).toBe('انضم \u2068Ann\u2069');
    expect(timeOf(0)).not.toBe('');
  });
});

describe('a reason', () => {
  test('is said in the language of the page, by its code; English as the host says it', async () => {
    const why = { code: 'muted', message: 'You were muted until 10:00.' };
    expect(reasonOf(why)).toBe('You were muted until 10:00.');
    expect(reasonOfName({ code: 'malformed', message: 'A name has at most 40 characters.' })).toBe('A name has at most 40 characters.');
    await choose('de');
    expect(reasonOf(why)).toBe('Du wurdest in diesem Raum stummgeschaltet. Lies weiter, und schreib später.');
    expect(reasonOf({ code: 'new', message: 'Something new.' })).toBe('Something new.');
    expect(reasonOf({ code: 'constructor', message: '' })).toBe('Das hat nicht geklappt.');
    expect(reasonOfName({ code: 'malformed', message: 'Reserved.' })).toBe(texts.nameUnfit);
    expect(reasonOutside({ code: 'banned', message: '' })).toBe('Du wurdest aus diesem Chat gesperrt.');
  });
});

test('whatever a host refuses with has a reason of the page\'s own', () => {
  const refusals = JSON.parse(readFileSync(join(process.env['HEARTH_WIRE']!, 'refusals.json'), 'utf8')) as { answer?: [{ error?: { code: string } }] }[];
  const codes = refusals.flatMap(({ answer }) => answer?.[0].error?.code ?? []);
  expect(codes.length).toBeGreaterThan(10);
  // No page asks for files.
  expect(codes.filter((code) => code !== 'no_file' && !Object.hasOwn(en.reason, code))).toEqual([]);
});

test('the time of a message stands beside its last line where that begins at the other side, in Arabic too', async () => {
  await choose('ar');
  const place = document.createElement('div');
  for (const [text, shares] of [['مرحبا', true], ['hello', false]] as const) {
    render(<Text key={text} text={text} after="10:00 ✓" />, place);
    expect(place.querySelector('.shares-its-end') !== null, text).toBe(shares);
  }
  render(null, place);
});

test('a language that does not come leaves everything as it is, and is tried again with the next load', async () => {
  await choose('de');
  vi.doMock('../src/ui/texts/fr', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  await expect(choose('fr')).rejects.toThrow();
  vi.doUnmock('../src/ui/texts/fr');
  expect(language).toBe('de');
  expect(texts.join).toBe('Dem Chat beitreten');
  expect(document.documentElement.lang).toBe('de');
  await speak();
  expect(language).toBe('fr');
});

test('another language is chosen in the settings, at once and everywhere, and what is typed stays', async () => {
  const until = (holds: () => unknown): Promise<unknown> => vi.waitFor(() => expect(holds()).toBeTruthy(), { interval: 5, timeout: 10_000 });
  const host = await ScriptedHost.start();
  const chat = new Chat(host.page, new BrowserStore(undefined));
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  render(<App chat={chat} />, place);
  chat.start();
  await until(() => chat.state.is === 'asking');
  chat.enter('Me');
  await until(() => place.querySelector('.timeline'));
  host.append('#lobby', 'hello');
  const field = (): HTMLTextAreaElement => place.querySelector('.composer textarea')!;
  field().value = 'half a sentence';
  field().dispatchEvent(new Event('input', { bubbles: true }));
  place.querySelector<HTMLButtonElement>('.me')!.click();
  await until(() => place.querySelector('#language'));
  const name = place.querySelector<HTMLInputElement>('#own-name')!;
  name.value = 'Another';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  const set = (code: string): void => {
    const select = place.querySelector<HTMLSelectElement>('#language')!;
    select.value = code;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  for (const code of [...OTHERS, 'en']) {
    set(code);
    await until(() => field().placeholder === texts.write && language === code);
    expect(place.querySelector('dialog h2')?.textContent).toBe(texts.settings);
    expect(place.querySelector('.sidebar h2')?.textContent).toBe(texts.rooms);
    expect(field().value).toBe('half a sentence');
    expect(place.querySelector<HTMLInputElement>('#own-name')!.value).toBe('Another');
  }
  render(null, place);
  chat.stop();
  localStorage.clear();
  await host.stop();
});
