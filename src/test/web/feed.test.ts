import { expect, test } from 'vitest';
import { RoomFeed } from '../src/chat/feed';
import type { Entry } from '../src/wire/types';

const entry = (seq: number): Entry =>
  ({ seq, room: '#lobby', id: `m-${seq}`, from: { id: 'b', name: 'Bob', role: 'member' }, at: 1, kind: 'posted', text: 'x' });
const seqs = (entries: Entry[]): number[] => entries.map((each) => each.seq);

test('entries are handed out in order, once, and a hole holds back what follows', () => {
  const feed = new RoomFeed();
  feed.start(0);
  expect(seqs(feed.take(1, entry(1)))).toEqual([1]);
  expect(seqs(feed.take(3, entry(3)))).toEqual([]);
  expect(feed.hasHole).toBe(true);
  expect(seqs(feed.take(1, entry(1)))).toEqual([]);
  expect(seqs(feed.take(2, entry(2)))).toEqual([2, 3]);
  expect(feed.isBehind).toBe(false);
  expect(feed.last).toEqual({ after: 3, id: 'm-3' });
});

test('what this page cannot read has its place', () => {
  const feed = new RoomFeed();
  feed.start(4);
  feed.take(5, null);
  expect(seqs(feed.take(6, entry(6)))).toEqual([6]);
});

test('what waited behind a hole comes again after a cut', () => {
  const feed = new RoomFeed();
  feed.start(0);
  feed.take(2, entry(2));
  feed.cut();
  expect(feed.hasHole).toBe(false);
  expect(seqs([...feed.take(1, entry(1)), ...feed.take(2, entry(2))])).toEqual([1, 2]);
});
