// Where no WebSocket comes through, by polling alone: everything arrives both ways, in order and once, over a cut too.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { openStore } from '../src/chat/store';
import { ScriptedHost } from './host';
import { Proxy, REFUSALS } from './proxy';

const until = (holds: () => unknown, timeout = 15_000): Promise<unknown> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5, timeout });

let host: ScriptedHost;
let proxy: Proxy;
let chat: Chat;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  host = await ScriptedHost.start();
});

afterEach(async () => {
  chat.stop();
  await proxy.stop();
  await host.stop();
});

const texts = (): unknown[] => chat.rooms.get('#lobby')!.lines.map(({ id }) => chat.rooms.get('#lobby')!.fold.message(id)?.text);

describe('a chat behind a proxy that gets an upgrade and', () => {
  for (const [name, refuse] of Object.entries(REFUSALS)) {
    test(name, { timeout: 40_000 }, async () => {
      proxy = await Proxy.before(host.page, refuse);
      chat = new Chat(proxy.page, await openStore());
      chat.start();
      await until(() => chat.state.is === 'asking');
      chat.enter('Me');
      await until(() => chat.state.is === 'online');
      await until(() => proxy.upgrades > 0);

      await chat.do('chat message', { room: '#lobby', text: 'mine' });
      host.write('#lobby', 'theirs');
      // More than one poll holds.
      for (let i = 0; i < 40; i += 1) {
        host.write('#lobby', `many ${i}`);
      }
      const before = ['mine', 'theirs', ...Array.from({ length: 40 }, (_, i) => `many ${i}`)];
      await until(() => texts().length === 42);
      expect(texts()).toEqual(before);

      proxy.cut();
      await until(() => chat.state.is === 'offline');
      const written = [1, 2, 3].map((n) => chat.do('chat message', { room: '#lobby', text: `cut ${n}` }));
      host.write('#lobby', 'meanwhile');
      proxy.mend();
      chat.tryNow();
      await Promise.all(written);
      await until(() => texts().length === 46);
      expect(texts()).toEqual([...before, 'meanwhile', 'cut 1', 'cut 2', 'cut 3']);
      expect(host.askedFor('chat message').map((each) => each['text'])).toEqual(['mine', 'cut 1', 'cut 2', 'cut 3']);
      expect(chat.state.is).toBe('online');
    });
  }
});
