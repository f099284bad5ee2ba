// A host proves who it is (docs/wire.md, "Entering"). By a library, for the browser's own Ed25519 exists only on https and
// localhost, and a chat on a home network has neither.
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Proof } from './types';

hashes.sha512 = sha512;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const NONCE_BYTES = 32;

export function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytes(base64url: string, length: number): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(base64url) || base64url.length > 2 * length) {
    return undefined;
  }
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return text.length === length ? Uint8Array.from(text, (c) => c.charCodeAt(0)) : undefined;
}

const hex = (all: Uint8Array): string => Array.from(all, (b) => b.toString(16).padStart(2, '0')).join('');

/** Whether the host `hostId` made this proof for `nonce`. */
export function proves(proof: Proof | undefined, hostId: string, nonce: string): boolean {
  try {
    const key = bytes(proof?.key ?? '', KEY_BYTES);
    const sig = bytes(proof?.sig ?? '', SIGNATURE_BYTES);
    return key !== undefined && sig !== undefined && hex(sha256(key)) === hostId
      && verify(sig, new TextEncoder().encode(`hearth-host-v1|${hostId}|${nonce}`), key);
  } catch {
    return false; // what is no key or no signature proves nothing
  }
}
