// A command on its way to the host.
import type { Command, Refusal } from '../wire/types';

/** Where a command is: in one of these, from the moment it is asked for until the host has done it or refused it. */
export type Stage = 'storing' | 'ready' | 'sent' | 'resting' | 'elsewhere' | 'accepted' | 'failed';
/** Where the log has what was asked for. */
export type Accepted = { readonly room: string; readonly seq: number };

export interface Item {
  readonly command: Command;
  readonly at: number;
  stage: Stage;
  failure?: Refusal;
  accepted?: Accepted;
  timer?: ReturnType<typeof setTimeout>;
  done?: (accepted: Accepted) => void;
  failed?: (why: Refusal) => void;
  /** What is run once it cannot be lost any more. */
  kept?: (() => void) | undefined;
}
