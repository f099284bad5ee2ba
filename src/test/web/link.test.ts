// What is said on a connection that is lost is not said on the next one; every question has one answer.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { openStore } from '../src/chat/store';
import type { Entry } from '../src/wire/types';
import { BOB, ScriptedHost } from './host';

const until = (holds: () => unknown, timeout = 10_000): Promise<unknown> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5, timeout });

let host: ScriptedHost;
let chat: Chat;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  host = await ScriptedHost.start();
  host.append('#lobby', 'one');
  host.append('#lobby', 'two');
});

afterEach(async () => {
  chat.stop();
  vi.restoreAllMocks();
  await host.stop();
});

async function join(): Promise<void> {
  chat = new Chat(host.page, await openStore());
  chat.start();
  await until(() => chat.state.is === 'asking');
  chat.enter('Me');
  await until(() => chat.state.is === 'online');
}

/** The lobby is held up to `seq`. */
const held = (seq: number): Promise<unknown> => until(() => chat.rooms.get('#lobby')?.feed.cursor === seq);

describe('a lost connection', () => {
  test('takes what was said on it with it: nothing comes later, twice, or in another order', { timeout: 20_000 }, async () => {
    await join();
    await held(2);
    // The host's ping is overdue, and nobody has noticed yet: the library would keep what is said now for later.
    const now = Date.now();
    const late = vi.spyOn(Date, 'now').mockImplementation(() => now + 300_000);
    host.asked.length = 0;
    const { connections } = host;
    chat.isTyping('#lobby');
    const done = [chat.do('chat message', { room: '#lobby', text: 'a' }), chat.do('chat message', { room: '#lobby', text: 'b' })];
    late.mockRestore();
    host.cut();
    await Promise.all(done);
    expect(host.connections).toBeGreaterThan(connections);
    expect(host.askedFor('typing')).toEqual([]);
    expect(host.asked.map((each) => each.event)[0]).toBe('enter');
    expect(host.askedFor('chat message').map((each) => each['text'])).toEqual(['a', 'b']);
  });

  test('answers what was asked on it', async () => {
    await join();
    host.answers = (event) => (['search', 'people'].includes(event) ? 'silence' : undefined);
    const found = new Promise((then) => chat.questions.search('x', (hits, _, why) => then({ hits, why })));
    const people = new Promise((then) => chat.questions.people('x', then));
    await until(() => host.askedFor('people').length === 1);
    host.cut();
    expect(await found).toMatchObject({ hits: [], why: { code: 'not_entered' } });
    expect(await people).toEqual([]);
    const later = new Promise((then) => chat.questions.search('x', (_, __, why) => then(why)));
    expect(await later).toMatchObject({ code: 'not_entered' });
  });
});

describe('older messages that a host refuses', () => {
  test('are not asked for again at once, however often they are wanted, and come once the host gives them', { timeout: 20_000 }, async () => {
    for (let i = 0; i < 100; i += 1) {
      host.append('#lobby', `more ${i}`);
    }
    let refused = 0;
    host.answers = (event, fields) => {
      if (event === 'history' && fields['before'] !== undefined && refused < 2) {
        refused += 1;
        return { ok: false, error: { code: 'busy', message: 'Busy.' } };
      }
      return undefined;
    };
    await join();
    const lobby = chat.rooms.get('#lobby')!;
    host.tell('skipped', { room: '#lobby', from: 1, to: 102 });
    await until(() => lobby.feed.started);
    lobby.feed.start(102);
    const begin = Date.now();
    // As a view does: each time something changes, it asks for what is out of sight.
    chat.listen('room #lobby', () => chat.older(lobby));
    chat.older(lobby);
    await until(() => refused === 1);
    for (let i = 0; i < 1_000; i += 1) {
      chat.older(lobby);
    }
    await until(() => lobby.feed.oldest <= 43);
    expect(refused).toBe(2);
    // One second, then two.
    expect(Date.now() - begin).toBeGreaterThanOrEqual(3_000);
  });
});

describe('what is news', () => {
  test('is what comes after the log as it was when somebody came in, however late the rest arrives', async () => {
    chat = new Chat(host.page, await openStore());
    const news: string[] = [];
    chat.notices = { problem: () => {}, otherChat: () => {}, message: (_, entry: Entry) => news.push(entry.id) };
    // The host streams what is missing after the welcome, as a slow one does.
    host.answers = (event) => (event === 'history' ? 'silence' : undefined);
    chat.start();
    await until(() => chat.state.is === 'asking');
    chat.enter('Me');
    await until(() => chat.state.is === 'online');
    await new Promise((done) => setTimeout(done, 0));
    host.log.slice(0, 2).forEach((each) => host.tell('chat message', each));
    const third = host.write('#lobby', 'three', BOB);
    await held(3);
    expect(news).toEqual([third['id']]);
  });
});
