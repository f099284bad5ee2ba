// What rooms and people are called on screen. Strangers choose names, so none is shown as it came.
import { LOBBY, type Chat } from '../chat/chat';
import type { Room } from '../chat/room';
import { safeLine } from './safe';
import { texts } from './texts';

export const nameOf = (person: { readonly name: string } | undefined): string => safeLine(person?.name ?? '') || texts.someone;

export const nameById = (chat: Chat, id: string): string => nameOf(chat.people.get(id));

/** What a room is called for this person. */
export function titleOf(chat: Chat, room: Room): string {
  const { kind, name, with: other } = room.head;
  const said = kind === 'direct' ? chat.people.get(other ?? '')?.name ?? name : name;
  return safeLine(said) || (room.id === LOBBY ? texts.lobby : texts.someone);
}
