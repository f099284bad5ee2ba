// The example files of the wire (src/test/wire), which drive the app's tests too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as codecs from '../src/wire/codecs';
import { proves } from '../src/wire/proof';
import { RoomFold } from '../src/chat/fold';
import { fulfils } from '../src/chat/fulfilment';
import type { Wire } from '../src/wire/fields';
import type { Command, Entry } from '../src/wire/types';

interface Example {
  name: string;
  from: string;
  event: string;
  arguments: Wire[];
  answer?: Wire[];
}

const examples = <T = Example>(file: string): T[] =>
  JSON.parse(readFileSync(join(process.env['HEARTH_WIRE'] ?? '', `${file}.json`), 'utf8')) as T[];

/** What the page reads of each of the host's events, said again. */
const SAID: Record<string, (from: Wire) => unknown> = {
  hello: (from) => {
    const read = codecs.readHello(from)!;
    const { needs, proof, epoch, now } = read;
    const host = { ...(from['host'] as Wire), id: read.hostId, name: read.hostName };
    return { v: read.version, host, epoch, now, nonce: from['nonce'], needs, ...proof };
  },
  welcome: (from) => {
    const { you, token, rooms, people, more, diverged, textBytes } = codecs.readWelcome(from)!;
    const told = Object.fromEntries(Object.entries(more).filter(([, is]) => is));
    return {
      you, token, rooms: rooms.map(counted), people: people.map((each, i) => ({ ...verified(from, i), ...each })),
      ...(Object.keys(told).length > 0 ? { more: told } : {}), diverged, limits: { text: textBytes },
    };
  },
  'chat message': (from) => unnamed(codecs.readEntry(from)!),
  entry: codecs.readEntry,
  named: (from) => ({ name: codecs.readNamed(from) }),
};
const counted = <T extends { memberCount: number }>(room: T): unknown => {
  const { memberCount, ...rest } = room;
  return memberCount > 0 ? room : rest;
};
const verified = (from: Wire, i: number): object => ({ verified: (from['people'] as Wire[])[i]!['verified'] });
const unnamed = (entry: Entry): unknown => {
  const { kind, ...rest } = entry;
  return kind === 'posted' ? rest : entry;
};

describe('what a host says is read as it was said', () => {
  for (const example of [...examples('entering'), ...examples('entries'), ...examples('deltas')]) {
    const read = SAID[example.event];
    if (example.from === 'host' && read) {
      test(example.name, () => expect(read(example.arguments[0]!)).toEqual(example.arguments[0]));
    }
  }
});

describe('pages of the log are read as they were said', () => {
  for (const { name, event, answer } of examples('history')) {
    const said = answer![0]!;
    if (Array.isArray(said['messages'])) {
      test(name, () => expect(codecs.readPage(said)).toEqual({ messages: said['messages'], asOf: said['asOf'], more: said['more'] }));
    } else if (event === 'search') {
      test(name, () => expect(codecs.readHits(said)).toEqual({ hits: said['hits'], more: said['more'] }));
    } else {
      test(name, () =>
        expect((said['entries'] as Wire[]).map((each) => unnamed(codecs.readEntry(each)!))).toEqual(said['entries']));
    }
  }
});

describe('a refusal is read with its reason', () => {
  for (const { name, answer } of examples('refusals')) {
    test(name, () => expect(codecs.readRefusal(answer![0])).toEqual(answer![0]!['error']));
  }
});

describe('an acceptance is read', () => {
  for (const { name, answer } of examples('requests')) {
    if (answer?.[0]?.['seq'] !== undefined) {
      test(name, () => expect(codecs.readAccepted(answer[0])).toEqual({ room: answer[0]!['room'], seq: answer[0]!['seq'] }));
    }
  }
});

describe('a host is believed only with a proof', () => {
  for (const { name, id, nonce, key, sig, proves: holds } of examples<Record<string, unknown> & { name: string }>('proofs')) {
    const read = codecs.readHello({ v: 1, host: { id }, key, sig });
    test(name, () => expect(proves(read?.proof, String(id), String(nonce))).toBe(holds));
  }
});

interface FoldExample {
  name: string;
  page?: Wire;
  entries: Wire[];
  messages: Wire[];
}

describe('entries make messages', () => {
  for (const { name, page, entries, messages } of examples<FoldExample>('folds')) {
    for (const order of ['as they are', 'the other way round', 'twice']) {
      test(`${name}, ${order}`, () => {
        const fold = new RoomFold();
        const read = entries.map((each) => codecs.readEntry(each)!);
        const told = order === 'twice' ? [...read, ...read] : order === 'as they are' ? read : read.toReversed();
        if (page) {
          const { messages: kept, asOf } = codecs.readPage(page);
          kept.forEach((each) => fold.fold(each, asOf));
        }
        told.forEach((each) => fold.take(each));
        expect(fold.messages()).toEqual(messages);
        messages.forEach((each, i) =>
          expect(Object.keys((fold.messages()[i]!.reactions ?? {}))).toEqual(Object.keys((each['reactions'] ?? {}))));
      });
    }
  }
});

describe('an entry is told apart from what somebody put under its id', () => {
  const post: Command = { event: 'chat message', id: 'm-1', room: '#lobby', text: 'hello  there' };
  const entry: Entry = { seq: 1, room: '#lobby', id: 'm-1', from: { id: 'b', name: 'Bob', role: 'member' }, at: 1, kind: 'posted', text: 'hello there' };
  test('the same words', () => expect(fulfils(entry, post)).toBe(true));
  test('other words', () => expect(fulfils({ ...entry, text: 'goodbye' }, post)).toBe(false));
  test('another room', () => expect(fulfils({ ...entry, room: 'r-1' }, post)).toBe(false));
  test('a reply', () => expect(fulfils({ ...entry, replyTo: 'm-0' }, post)).toBe(false));
  test('an edit', () => expect(fulfils({ ...entry, kind: 'edited', of: 'm-0', text: post.text! } as Entry, post)).toBe(false));
});
