// Whether an entry of the log is what a command asked for (Fulfilment.java). The id alone does not tell: the host knows it
// from the moment the command is sent, and may put anything under it.
import type { Command, Entry } from '../wire/types';

const KINDS: Readonly<Record<string, string>> = {
  'chat message': 'posted', edit: 'edited', delete: 'deleted', react: 'reacted', open: 'opened', invite: 'invited', join: 'joined',
  leave: 'left', topic: 'topic', rename: 'renamed',
};

export function fulfils(entry: Entry, command: Command): boolean {
  if (entry.id !== command.id || (command.event !== 'open' && command.room !== undefined && entry.room !== command.room)) {
    return false;
  }
  if (entry.kind === 'erased') {
    // What was deleted meanwhile has nothing left to compare.
    return command.event === 'edit' || (command.event === 'chat message' && entry.of === undefined);
  }
  if (KINDS[command.event] !== entry.kind) {
    return false;
  }
  switch (entry.kind) {
    case 'posted':
      return isSame(command.text ?? '', entry.text) && command.replyTo === entry.replyTo;
    case 'edited':
      return entry.of === command.of && isSame(command.text ?? '', entry.text);
    case 'deleted':
      return entry.of === command.of;
    case 'reacted':
      return entry.of === command.of && entry.on === command.on;
    default:
      return true;
  }
}

/** A host may tidy spaces and what cannot be seen, and nothing else. */
const isSame = (typed: string, logged: string): boolean => typed === logged || seen(typed) === seen(logged);
const seen = (text: string): string => text.replace(/[\s\p{Z}\p{Cc}\p{Cf}]/gu, '');
