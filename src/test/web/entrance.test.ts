// The way into a chat, on real sockets: what a host gets and changes before it has proved who it is, and what happens when it
// says no, nothing, or later.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { openStore, type Store } from '../src/chat/store';
import { ScriptedHost } from './host';

const realTimeout = setTimeout;
const TOKEN = 'a-token-of-this-person';
const until = (holds: () => unknown, timeout = 10_000): Promise<unknown> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5, timeout });

let host: ScriptedHost;
let store: Store;
const chats: Chat[] = [];

function join(): Chat {
  const chat = new Chat(host.page, store);
  chats.push(chat);
  return chat;
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore();
  host = await ScriptedHost.start();
});

afterEach(async () => {
  chats.splice(0).forEach((chat) => chat.stop());
  vi.useRealTimers();
  await host.stop();
});

/** Everything that is on the disk. */
const kept = async (id: string): Promise<unknown> => [await store.host(id), await store.outbox(id)];

describe('a server that has not proved its id', () => {
  const LIES: Readonly<Record<string, (nonce: string) => [string, Record<string, unknown>][]>> = {
    'welcomes without a hello': () => [['welcome', host.welcome()]],
    'claims an id without a proof': () => [['hello', { ...host.hello('x'), key: undefined, sig: undefined }], ['welcome', host.welcome()]],
    'shows the proof of another connection': () => [['hello', host.hello('another-nonce-than-the-one-of-now')], ['welcome', host.welcome()]],
    'claims an id that its key has not': (nonce) => [['hello', { ...host.hello(nonce), host: { id: 'f'.repeat(64), name: 'x' } }], ['welcome', host.welcome()]],
    'welcomes before its hello': (nonce) => [['welcome', host.welcome()], ['hello', { ...host.hello(nonce), sig: 'AAAA' }]],
  };

  for (const [name, lie] of Object.entries(LIES)) {
    test(`gets and changes nothing where it ${name}`, async () => {
      await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
      await store.put({ host: host.id, command: { event: 'chat message', id: 'm-1', room: '#lobby', text: 'a secret' }, at: 1 });
      const before = await kept(host.id);
      // This person was in the chat before, and has something that waits for it.
      const chat = join();
      chat.start();
      await until(() => chat.state.is === 'online');
      await until(async () => (await store.outbox(host.id)).length === 0);
      host.asked.length = 0;
      host.greet = lie;
      const { connections } = host;
      host.cut();
      void chat.do('chat message', { room: '#lobby', text: 'another secret' }).catch(() => {});
      await until(async () => (await store.outbox(host.id)).length === 1);
      await until(() => host.connections > connections);
      host.tell('chat message', { seq: 1, room: '#lobby', id: 'x', from: { id: 'me', name: 'Me', role: 'member' }, at: 1, text: 'never said' });
      host.tell('bye', { reason: 'removed' });
      await settled();
      expect(host.asked).toEqual([]);
      expect(chat.state.is === 'online').toBe(false);
      expect(await store.host(host.id)).toEqual({ ...(before as [object])[0], token: 'token-of-the-host', newToken: expect.any(String) });
      expect((await store.outbox(host.id)).map((each) => each.command.text)).toEqual(['another secret']);
      expect(chat.rooms.get('#lobby')?.fold.message('x')).toBeUndefined();
    });
  }

  test('is not let in by a hello of somebody else that comes with a welcome', async () => {
    await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
    const before = await kept(host.id);
    host.greet = () => [['welcome', host.welcome()], ['bye', { reason: 'removed' }]];
    const chat = join();
    chat.start();
    await until(() => host.connections > 0);
    await settled();
    expect(chat.you).toBeUndefined();
    expect(host.asked).toEqual([]);
    expect(await kept(host.id)).toEqual(before);
    expect(await store.host('')).toBeUndefined();
  });

  test('is told as one', async () => {
    host.greet = (nonce) => [['hello', { ...host.hello(nonce), sig: 'AAAA' }]];
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'refused');
    expect(chat.state).toMatchObject({ why: { code: 'unproven' } });
  });
});

/** Everything that was on its way has come: a round trip over the disk and another connection. */
async function settled(): Promise<void> {
  const other = await ScriptedHost.start();
  const chat = new Chat(other.page, await openStore());
  chat.start();
  await until(() => chat.state.is === 'asking');
  chat.enter('Settled');
  await until(() => chat.state.is === 'online');
  chat.stop();
  await other.stop();
}

describe('a host that is who it was', () => {
  test('gets the token it gave, and keeps it', async () => {
    await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'online');
    expect(host.askedFor('enter')).toMatchObject([{ name: 'Ada', token: TOKEN }]);
    expect(await store.host(host.id)).toEqual({ id: host.id, token: 'token-of-the-host', name: 'Ada', newToken: expect.any(String) });
  });

  test('is said who comes only once what is kept of it was read, also where the first connection is cut meanwhile', async () => {
    await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
    const read = store.host.bind(store);
    let waits = 0;
    let go: () => void = () => {};
    const gate = new Promise<void>((done) => { go = done; });
    store.host = async (id) => {
      waits += 1;
      await gate;
      return read(id);
    };
    const chat = join();
    chat.start();
    await until(() => waits === 1);
    host.cut();
    await until(() => host.connections === 2);
    await settled();
    expect(host.asked).toEqual([]);
    go();
    await until(() => chat.state.is === 'online');
    expect(host.askedFor('enter')).toMatchObject([{ token: TOKEN }]);
  });

  test('puts out who it puts out, and forgets them on the disk', async () => {
    await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'online');
    host.tell('bye', { reason: 'removed' });
    await until(() => chat.state.is === 'refused');
    await until(async () => (await store.host(host.id))?.token === '');
  });
});

describe('a new person', () => {
  const proposed = (): unknown[] => host.askedFor('enter').map((each) => each['newToken']);

  /** Comes in on a page of its own, as after a reload, whether the answer comes or not. */
  async function enterAs(name: string): Promise<Chat> {
    const asked = host.askedFor('enter').length;
    const chat = new Chat(host.page, await openStore());
    chats.push(chat);
    chat.start();
    await until(() => chat.state.is === 'asking');
    chat.enter(name);
    await until(() => host.askedFor('enter').length > asked);
    return chat;
  }

  test('whose welcome was lost proposes the same token after a reload: the host may know them by it', async () => {
    host.answers = (event) => (event === 'enter' ? 'silence' : undefined);
    (await enterAs('Ada')).stop();
    // It was on the disk before the host got it.
    expect(await (await openStore()).host(host.id)).toMatchObject({ token: '', newToken: proposed()[0] });
    (await enterAs('Ada')).stop();
    host.answers = () => undefined;
    const chat = await enterAs('Ada');
    await until(() => chat.state.is === 'online');
    expect(proposed()[0]).toMatch(/^[\w-]{43,128}$/);
    expect(new Set(proposed()).size).toBe(1);
    expect(host.askedFor('enter').every((each) => each['token'] === undefined)).toBe(true);
  });

  test('is one person in two tabs that come in at the same time', async () => {
    host.answers = (event) => (event === 'enter' ? 'silence' : undefined);
    await Promise.all([enterAs('Ada'), enterAs('Ada')]);
    await until(() => proposed().length >= 2);
    expect(new Set(proposed()).size).toBe(1);
  });

  test('who comes in while another tab was let in is who that is', async () => {
    const second = new Chat(host.page, await openStore());
    chats.push(second);
    second.start();
    await until(() => second.state.is === 'asking');
    const first = await enterAs('Ada');
    await until(() => first.state.is === 'online');
    await until(async () => (await store.host(host.id))?.token === 'token-of-the-host');
    second.enter('Ada');
    await until(() => second.state.is === 'online');
    expect(host.askedFor('enter').at(-1)).toMatchObject({ token: 'token-of-the-host' });
  });

  test('who was removed comes again as somebody new, under another token', async () => {
    const chat = await enterAs('Ada');
    await until(() => chat.state.is === 'online');
    host.tell('bye', { reason: 'removed' });
    await until(() => chat.state.is === 'refused');
    chat.enter('Ada');
    await until(() => proposed().length === 2);
    expect(host.askedFor('enter')[1]).not.toHaveProperty('token');
    expect(new Set(proposed()).size).toBe(2);
  });

  test('keeps their token where the one of before is not known to the host any more', async () => {
    await store.keepHost({ id: host.id, token: TOKEN, name: 'Ada' });
    host.answers = (event) => (event === 'enter' ? 'silence' : undefined);
    for (let times = 0; times < 2; times += 1) {
      const chat = new Chat(host.page, await openStore());
      chats.push(chat);
      chat.start();
      await until(() => proposed().length === times + 1);
      chat.stop();
    }
    expect(host.askedFor('enter')).toMatchObject([{ token: TOKEN }, { token: TOKEN }]);
    expect(new Set(proposed()).size).toBe(1);
  });

  test('is not forgotten because a tab is told late that somebody else was removed', async () => {
    await store.keepHost({ id: host.id, token: 'another', name: 'Ada', newToken: 'proposed' });
    await store.forget(host.id, TOKEN);
    expect(await store.host(host.id)).toMatchObject({ token: 'another', newToken: 'proposed' });
    await store.forget(host.id, 'another');
    expect(await store.host(host.id)).toEqual({ id: host.id, token: '', name: 'Ada' });
  });
});

describe('a host that does not let somebody in yet', () => {
  test('is asked again when it said, and not before', async () => {
    let refused = 0;
    host.answers = (event) => {
      refused += event === 'enter' ? 1 : 0;
      return event === 'enter' && refused === 1 ? { ok: false, error: { code: 'rate', message: 'Not now.', retryAfterMs: 1_500 } } : undefined;
    };
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'asking');
    const begin = Date.now();
    chat.enter('Ada');
    await until(() => chat.state.is === 'waiting');
    expect(chat.state.is === 'waiting' && chat.state.until - begin).toBeGreaterThanOrEqual(1_500);
    chat.tryNow();
    await until(() => chat.state.is === 'online');
    expect(Date.now() - begin).toBeGreaterThanOrEqual(1_500);
    expect(host.askedFor('enter')).toHaveLength(2);
  });

  test('asks for another name where this one does not do', async () => {
    host.answers = (event) => event === 'enter' ? { ok: false, error: { code: 'name_taken', message: 'Taken.' } } : undefined;
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'asking');
    chat.enter('Bob');
    await until(() => chat.state.is === 'asking' && chat.state.problem?.message === 'Taken.');
  });
});

describe('a host that keeps silent', { timeout: 20_000 }, () => {
  /** Lets time pass for the page only: what was sent arrives in real time. */
  async function pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  test('is left when there is no hello, and by hand before that', async () => {
    host.greet = () => [];
    const chat = join();
    chat.start();
    await until(() => host.connections === 1);
    await settled();
    chat.tryNow();
    await until(() => host.connections === 2);
  });

  test('is left by itself when the time for its hello is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    host.greet = () => [];
    const chat = join();
    chat.start();
    await untilReally(() => host.connections === 1);
    await pass(10_001);
    await untilReally(() => host.connections === 2);
  });

  test('is left when it answers an enter with nothing', async () => {
    host.answers = (event) => (event === 'enter' ? 'silence' : undefined);
    const chat = join();
    chat.start();
    await until(() => chat.state.is === 'asking');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    chat.enter('Ada');
    await untilReally(() => host.askedFor('enter').length === 1);
    await pass(10_001);
    host.answers = () => undefined;
    await untilReally(() => chat.state.is === 'online');
  });

  /** Looks again and again, by a clock that no test moves; the page's own goes on beside it. */
  async function untilReally(holds: () => boolean): Promise<void> {
    for (let tries = 0; !holds() && tries < 2_000; tries += 1) {
      await new Promise((done) => realTimeout(done, 5));
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(holds()).toBe(true);
  }
});
