// What is said on `/hearth` (docs/wire.md), as the page keeps it.

export type GivenRole = 'owner' | 'moderator' | 'member' | 'guest';
/** A program writes with a token of the owner; nobody is made one. */
export type Role = GivenRole | 'program';
export type RoomKind = 'public' | 'private' | 'direct';
export type Membership = 'member' | 'invited' | 'outside' | 'removed' | 'banned';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Presence extends Person {
  readonly online: boolean;
}

export interface RoomFacts {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly kind: RoomKind;
  readonly lastSeq: number;
  readonly memberCount: number;
}

export interface RoomHead extends RoomFacts {
  readonly readSeq: number;
  readonly membership: Membership;
  readonly with?: string;
}

/** What an entry says, without who and when. */
export type Payload =
  | { readonly kind: 'posted'; readonly text: string; readonly replyTo?: string; readonly files?: readonly string[] }
  | { readonly kind: 'edited'; readonly of: string; readonly text: string }
  | { readonly kind: 'deleted'; readonly of: string }
  | { readonly kind: 'erased'; readonly of?: string }
  | { readonly kind: 'reacted'; readonly of: string; readonly emoji: string; readonly on: boolean }
  | { readonly kind: 'opened'; readonly name: string; readonly topic: string; readonly roomKind: RoomKind; readonly with?: string }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'renamed'; readonly name: string }
  | { readonly kind: 'joined' | 'left' | 'closed' }
  | { readonly kind: 'invited' | 'unbanned' | 'unmuted' | 'forgotten'; readonly person: string }
  | { readonly kind: 'removed'; readonly person: string; readonly by: 'kick' | 'ban' }
  | { readonly kind: 'muted'; readonly person: string; readonly until?: number }
  | { readonly kind: 'role'; readonly person: string; readonly role: GivenRole };

export interface Place {
  readonly seq: number;
  readonly room: string;
  readonly id: string;
  readonly from: Person;
  readonly at: number;
}

export type Entry = Place & Payload;

/** A message as it is now. */
export interface Message extends Place {
  readonly text: string;
  readonly replyTo?: string;
  readonly files?: readonly string[];
  readonly edited?: number;
  readonly deleted?: boolean;
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
}

export interface Hello {
  readonly version: number;
  readonly hostId: string;
  readonly hostName: string;
  readonly epoch: string;
  readonly now: number;
  readonly needs: { readonly passcode: boolean; readonly key: boolean };
  readonly proof?: Proof;
}

export interface Proof {
  readonly key: string;
  readonly sig: string;
}

export interface Welcome {
  readonly you: Person;
  readonly token: string;
  readonly rooms: readonly RoomHead[];
  readonly people: readonly Presence[];
  readonly more: { readonly rooms: boolean; readonly people: boolean };
  readonly diverged: readonly string[];
  readonly textBytes: number;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

export interface Page {
  readonly messages: readonly Message[];
  readonly asOf: number;
  readonly more: boolean;
}

export interface Hit {
  readonly message: Message;
  readonly ranges: readonly (readonly [number, number])[];
}

/** A change that a person asks for; `event` is its name on the wire. */
export interface Command {
  readonly event: string;
  readonly id: string;
  readonly room?: string;
  readonly of?: string;
  readonly text?: string;
  readonly replyTo?: string;
  readonly emoji?: string;
  readonly on?: boolean;
  readonly name?: string;
  readonly topic?: string;
  readonly kind?: string;
  readonly with?: string;
  readonly person?: string;
}
