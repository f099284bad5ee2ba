// What was written goes out once: over reloads, cuts, refusals and two tabs. On a real IndexedDB, in memory.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from '../src/chat/outbox';
import { openStore, type Store } from '../src/chat/store';
import type { Command, Entry } from '../src/wire/types';

interface Said {
  readonly event: string;
  readonly fields: { readonly id: string; readonly text: string };
  readonly answer: (said: unknown) => void;
}

const post = (id: string, text = id): Command => ({ event: 'chat message', id, room: '#lobby', text });
const entry = (id: string, seq: number, text = id): Entry =>
  ({ seq, room: '#lobby', id, from: { id: 'me', name: 'Me', role: 'member' }, at: 1, kind: 'posted', text });

/** A tab: its outbox, and what it says to the host. */
async function tab(store: Store): Promise<{ outbox: Outbox; said: Said[]; told: string[] }> {
  const said: Said[] = [];
  const told: string[] = [];
  const outbox = new Outbox(store, {
    ask: (event, fields, answer) => said.push({ event, fields: fields as Said['fields'], answer }),
    isYou: (person) => person === 'me',
    accepted: () => {},
    refused: () => {},
    changed: () => {},
    tell: (id) => told.push(id),
  });
  await outbox.restore('h-1');
  return { outbox, said, told };
}

const write = (outbox: Outbox, command: Command): Promise<void> =>
  new Promise((onDisk) => void outbox.submit(command, onDisk).catch(() => {}));
const stored = async (store: Store): Promise<string[]> => (await store.outbox('h-1')).map((each) => each.command.id);
const until = (holds: () => unknown): Promise<unknown> => vi.waitFor(async () => expect(await holds()).toBeTruthy(), { interval: 5 });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('what is written without a connection is on the disk, and sent in its order once there is one', async () => {
  const store = await openStore();
  expect(store.lasts).toBe(true);
  const { outbox, said } = await tab(store);
  await write(outbox, post('1'));
  await write(outbox, post('2'));
  expect(await stored(store)).toEqual(['1', '2']);
  expect(said).toEqual([]);
  await outbox.begin();
  expect(said.map((each) => each.fields.id)).toEqual(['1']);
  said[0]!.answer({ ok: true, room: '#lobby', seq: 1 });
  expect(said.map((each) => each.fields.id)).toEqual(['1', '2']);
  said[1]!.answer({ ok: true, room: '#lobby', seq: 2 });
  await until(async () => (await stored(store)).length === 0);
});

test('a killed tab leaves it for the next one, under the same id', async () => {
  const store = await openStore();
  const before = await tab(store);
  await before.outbox.begin();
  await write(before.outbox, post('1'));
  expect(before.said.map((each) => each.fields.id)).toEqual(['1']);
  const after = await tab(await openStore());
  expect(after.outbox.of('#lobby').map((each) => each.command.text)).toEqual(['1']);
  await after.outbox.begin();
  expect(after.said.map((each) => each.fields)).toEqual(before.said.map((each) => each.fields));
});

test('the own entry settles it before the answer does, and nothing is sent again', async () => {
  const store = await openStore();
  const { outbox, said } = await tab(store);
  await outbox.begin();
  await write(outbox, post('1'));
  outbox.arrived(entry('1', 1));
  expect(outbox.size).toBe(0);
  said[0]!.answer({ ok: false, error: { code: 'conflict', message: '' } });
  outbox.cut();
  await outbox.begin();
  expect(said).toHaveLength(1);
  await until(async () => (await stored(store)).length === 0);
});

test('what the host has accepted is shown until the log has told it', async () => {
  const { outbox, said } = await tab(await openStore());
  await outbox.begin();
  await write(outbox, post('1'));
  said[0]!.answer({ ok: true, room: '#lobby', seq: 7 });
  expect(outbox.of('#lobby').map((each) => each.stage)).toEqual(['accepted']);
  outbox.told('#lobby', 6);
  expect(outbox.of('#lobby')).toHaveLength(1);
  outbox.told('#lobby', 7);
  expect(outbox.of('#lobby')).toHaveLength(0);
});

test('a refusal keeps the message for its person, also after a reload, and the next one goes', async () => {
  const store = await openStore();
  const { outbox, said } = await tab(store);
  await outbox.begin();
  await write(outbox, post('1'));
  await write(outbox, post('2'));
  said[0]!.answer({ ok: false, error: { code: 'muted', message: 'Not now.' } });
  expect(said.map((each) => each.fields.id)).toEqual(['1', '2']);
  await until(async () => (await store.outbox('h-1'))[0]?.failure);
  const after = await tab(await openStore());
  await after.outbox.begin();
  expect(after.outbox.of('#lobby').map((each) => [each.command.id, each.stage, each.failure?.message])).toContainEqual(['1', 'failed', 'Not now.']);
  expect(after.said.map((each) => each.fields.id)).toEqual(['2']);
  after.said[0]!.answer({ ok: true, room: '#lobby', seq: 1 });
  after.outbox.retry('1');
  await until(() => after.said.length === 2);
  expect(after.said[1]!.fields.id).toBe('1');
});

test('another message under its id moves what was typed aside', async () => {
  const store = await openStore();
  const { outbox } = await tab(store);
  await outbox.begin();
  await write(outbox, post('1', 'mine'));
  outbox.arrived(entry('1', 1, 'not mine'));
  const [kept] = outbox.of('#lobby');
  expect(kept).toMatchObject({ stage: 'failed', failure: { code: 'conflict' }, command: { text: 'mine' } });
  expect(kept!.command.id).not.toBe('1');
});

test('what is busy is asked again under the same id', async () => {
  const { outbox, said } = await tab(await openStore());
  await outbox.begin();
  await write(outbox, post('1'));
  said[0]!.answer({ ok: false, error: { code: 'rate', message: '', retryAfterMs: 1 } });
  await until(() => said.length === 2);
  expect(said[1]!.fields).toEqual(said[0]!.fields);
});

test('a second tab shows what the first one wrote, and does not send it while the first one does', async () => {
  const store = await openStore();
  const first = await tab(store);
  const second = await tab(store);
  await first.outbox.begin();
  await second.outbox.begin();
  await write(first.outbox, post('1'));
  await second.outbox.heard('1');
  expect(second.outbox.of('#lobby').map((each) => each.stage)).toEqual(['elsewhere']);
  expect(second.said).toEqual([]);
  first.outbox.arrived(entry('1', 1));
  await until(async () => (await stored(store)).length === 0);
  await second.outbox.heard('1');
  expect(second.outbox.of('#lobby')).toEqual([]);
});
