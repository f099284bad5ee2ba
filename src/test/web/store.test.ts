// A browser that keeps nothing, or stops to: the chat goes on, and says so.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Chat } from '../src/chat/chat';
import { openStore } from '../src/chat/store';
import { ScriptedHost } from './host';

const until = (holds: () => unknown, timeout = 10_000): Promise<unknown> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5, timeout });

let host: ScriptedHost;
const chats: Chat[] = [];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  host = await ScriptedHost.start();
});

afterEach(async () => {
  vi.restoreAllMocks();
  chats.splice(0).forEach((chat) => chat.stop());
  await host.stop();
});

async function join(): Promise<Chat> {
  const chat = new Chat(host.page, await openStore());
  chats.push(chat);
  chat.start();
  await until(() => chat.state.is === 'asking' || chat.state.is === 'online');
  if (chat.state.is === 'asking') {
    chat.enter('Me');
  }
  await until(() => chat.state.is === 'online');
  return chat;
}

test('a browser without a database chats, and says that it keeps nothing', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('private mode', 'SecurityError');
  });
  const chat = await join();
  expect(chat.keeps).toBe(false);
  await chat.do('chat message', { room: '#lobby', text: 'sent all the same' });
  expect(host.askedFor('chat message')).toHaveLength(1);
});

test('a disk that is full loses nothing while the page is open, says so, and clears no draft before the message is there', async () => {
  const chat = await join();
  expect(chat.keeps).toBe(true);
  const told = vi.fn();
  chat.listen('entrance', told);
  vi.spyOn(FakeObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  host.answers = (event) => (event === 'chat message' ? 'silence' : undefined);
  const kept = vi.fn();
  const done = chat.do('chat message', { room: '#lobby', text: 'on no disk' }, kept);
  await until(() => host.askedFor('chat message').length === 1);
  expect(kept).not.toHaveBeenCalled();
  expect(chat.keeps).toBe(false);
  await until(() => told.mock.calls.length > 0);
  host.answers = () => undefined;
  host.cut();
  await done;
  expect(kept).toHaveBeenCalledTimes(1);
  expect(chat.outbox.about('x')).toEqual([]);
});

test('a disk that cannot be read lets a person in, and what they write goes out', async () => {
  vi.spyOn(FakeObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  vi.spyOn(FakeObjectStore.prototype, 'get').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  const chat = await join();
  expect(chat.keeps).toBe(false);
  await chat.do('chat message', { room: '#lobby', text: 'a' });
  expect(host.log.map((each) => each['text'])).toEqual(['a']);
});
