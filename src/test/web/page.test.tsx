// @vitest-environment happy-dom
// The page in a document, with a real host: what is made anew, and what strangers get onto the screen.
import 'fake-indexeddb/auto';
import { options, render, type VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { BrowserStore } from '../src/chat/store';
import { App } from '../src/ui/app';
import { Text } from '../src/ui/markdown';
import { notify } from '../src/ui/notices';
import { BOB, ScriptedHost } from './host';

const until = (holds: () => unknown, timeout = 10_000): Promise<unknown> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5, timeout });

/** Which views were made, by name. */
const made: string[] = [];
const hooks = options as { __r?: (vnode: VNode) => void };
const before = hooks.__r;
hooks.__r = (vnode) => {
  before?.(vnode);
  made.push(typeof vnode.type === 'function' ? vnode.type.name : '');
};
const times = (name: string): number => made.filter((each) => each === name).length;

let host: ScriptedHost;
let chat: Chat;
let place: HTMLElement;

beforeEach(async () => {
  host = await ScriptedHost.start();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

afterEach(async () => {
  render(null, place);
  chat?.stop();
  vi.unstubAllGlobals();
  await host.stop();
});

async function show(): Promise<void> {
  chat = new Chat(host.page, new BrowserStore(undefined));
  render(<App chat={chat} />, place);
  chat.start();
  await until(() => chat.state.is === 'asking');
  chat.enter('Me');
  await until(() => place.querySelector('.timeline'));
}

/** Waits until nothing more is made. */
async function quiet(): Promise<void> {
  let count: number;
  do {
    count = made.length;
    await new Promise((done) => setTimeout(done, 60));
  } while (made.length !== count);
}

const says = (text: string): Promise<unknown> => until(() => place.querySelector('.scroller')?.textContent?.includes(text));
const shows = (text: string): Promise<unknown> => until(() => place.textContent?.includes(text));

// There are 100 messages, 51 rooms and 102 people; each would be made anew if everything were.
describe('what happens', () => {
  beforeEach(async () => {
    host.rooms = [...host.rooms, ...Array.from({ length: 50 }, (_, i) =>
      ({ id: `r-${i}`, name: `Room ${i}`, topic: '', kind: 'public', membership: 'member' }))];
    host.people = [...host.people, ...Array.from({ length: 100 }, (_, i) => ({ id: `p-${i}`, name: `Person ${i}`, role: 'member', online: false }))];
    for (let i = 0; i < 100; i += 1) {
      host.append('#lobby', `message ${i}`);
    }
    await show();
    await says('message 99');
    await shows('Person 99');
    await until(() => place.querySelectorAll('.message').length === 100);
    await quiet();
    made.length = 0;
  });

  test('in another room makes that room\'s line anew, and no message', async () => {
    host.write('r-7', 'elsewhere');
    await shows('elsewhere');
    await quiet();
    expect(times('TimelineRow')).toBe(0);
    expect(times('Timeline')).toBe(0);
    expect(times('App')).toBe(0);
    expect(times('Avatar')).toBe(0);
    expect(made.length, made.join(' ')).toBeLessThanOrEqual(12);
  });

  test('in this room makes one message, and none anew', async () => {
    host.write('#lobby', 'a new one');
    await says('a new one');
    await quiet();
    expect(times('TimelineRow')).toBe(1);
    expect(times('Avatar')).toBe(0);
    expect(made.length, made.join(' ')).toBeLessThanOrEqual(45);
  });

  test('to a person makes that person anew, and none of the others', async () => {
    host.tell('presence', { people: [{ id: 'p-50', name: 'Person 50', role: 'member', online: true }] });
    await until(() => place.querySelectorAll('.person:not(.away)').length === 2);
    await quiet();
    expect(times('TimelineRow')).toBe(0);
    expect(times('Avatar')).toBe(1);
    expect(made.length, made.join(' ')).toBeLessThanOrEqual(20);
  });

  test('to the name of the chat shows it above the rooms and in the title, and no message anew', async () => {
    host.tell('named', { name: ' ' });
    host.tell('named', { name: 'Ann’s \u202egarden' });
    await until(() => place.querySelector('h1')?.textContent?.includes('garden'));
    expect(place.querySelector('h1')?.textContent).not.toContain('\u202e');
    await until(() => document.title.includes('garden'));
    expect(times('TimelineRow')).toBe(0);
  });

  test('while somebody types makes the line above the messages anew', async () => {
    host.tell('typing', { room: '#lobby', person: 'bob' });
    await shows('Bob is writing…');
    await quiet();
    expect(times('TimelineRow')).toBe(0);
    expect(made.length, made.join(' ')).toBeLessThanOrEqual(12);
  });
});

describe('strangers', () => {
  test('turn and break nothing by their names', async () => {
    const evil = { id: 'eve', name: 'Eve\u202Etxt\nBob', role: 'member' };
    host.people = [...host.people, { ...evil, online: true }];
    host.rooms = [...host.rooms, { id: 'r-1', name: 'Plans\u202E\u0007', topic: 'a\u2066b', kind: 'public', membership: 'member' }];
    host.append('#lobby', 'hello', evil);
    await show();
    await shows('hello');
    await shows('Plans');
    expect(place.innerHTML).not.toMatch(/[\u0007\u202E\u2066]/);
    expect(document.title).not.toMatch(/[\u0007\u202E\u2066]/);
    expect(place.querySelector('.author')?.textContent).toBe('Eve\\u202etxt Bob');
  });

  test('lead nobody elsewhere by the words of a link', () => {
    render(<Text text={'[https://bank.example](https://evil.example/x) and [the bank](https://bank.example) and https://a.example'} />, place);
    expect(place.textContent).toBe('https://bank.example (evil.example) and the bank (bank.example) and https://a.example');
  });
});

describe('a host that lets nobody in at the moment', () => {
  test('is waited for, and how long is shown', async () => {
    let refusals = 1;
    host.answers = (event) => event === 'enter' && refusals-- > 0
      ? { ok: false, error: { code: 'rate', message: '', retryAfterMs: 2_000 } } : undefined;
    chat = new Chat(host.page, new BrowserStore(undefined));
    render(<App chat={chat} />, place);
    chat.start();
    await until(() => chat.state.is === 'asking');
    chat.enter('Me');
    await shows('Trying again in 2 seconds');
    await shows('Trying again in 1 second');
    await until(() => place.querySelector('.timeline'));
  });
});

describe('the time of a message', () => {
  const sharesItsEnd = (text: string): boolean => {
    render(<Text key={text} text={text} after="10:00 ✓" />, place);
    return place.querySelector('.shares-its-end') !== null;
  };

  test('stands beside its last line where that begins at the other side and is of words', () => {
    expect(sharesItsEnd('hello')).toBe(true);
    expect(sharesItsEnd('**hello** there')).toBe(true);
    expect(sharesItsEnd('> quoted\n\nhello')).toBe(true);
    expect(sharesItsEnd('שלום')).toBe(false);
    expect(sharesItsEnd('- مرحبا\n\nمرحبا')).toBe(false);
    expect(sharesItsEnd('```\ncode\n```')).toBe(false);
    expect(sharesItsEnd('1. one\n2. two')).toBe(false);
  });
});

describe('a notification', () => {
  test('that the browser refuses to make breaks nothing', async () => {
    vi.stubGlobal('Notification', class {
      constructor() {
        throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
      }
    });
    expect(await notify('a', {}, () => {})).toBe(false);
  });

  test('is the service worker\'s where there is one', async () => {
    const shown = vi.fn(async () => {});
    vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => ({ showNotification: shown }) } });
    vi.stubGlobal('Notification', class {
      constructor() {
        throw new TypeError('Illegal constructor.');
      }
    });
    expect(await notify('a', { body: 'b' }, () => {})).toBe(true);
    expect(shown).toHaveBeenCalledWith('a', { body: 'b' });
  });

  test('that fails keeps no message from being shown', async () => {
    vi.stubGlobal('Notification', class {
      constructor() {
        throw new TypeError('Illegal constructor.');
      }
    });
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    vi.stubGlobal('isSecureContext', true);
    localStorage.setItem('hearth.notify', 'yes');
    await show();
    host.write('#lobby', '@Me first', BOB);
    host.write('#lobby', '@Me second', BOB);
    await shows('@Me second');
    await until(() => localStorage.getItem('hearth.notify') === null);
    await shows('shows no notifications');
    vi.restoreAllMocks();
  });
});
