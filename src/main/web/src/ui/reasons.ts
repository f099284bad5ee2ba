// Why something was not done, in a sentence.
import type { Refusal } from '../wire/types';
import { safeLine } from './safe';
import { texts } from './texts';

/** The page's own sentence for a code. Hosts choose codes, so only those that are listed count. */
const own = (code: string): string => (Object.hasOwn(texts.reason, code) ? texts.reason[code]! : '');

/** The host's sentence, or the page's where it says none. */
export const reasonOf = (why: Refusal): string => safeLine(why.message) || own(why.code) || texts.notDone;

/** Why somebody is not in the chat: the page's sentence, or the host's for what the page does not know. */
export const reasonOutside = (why: Refusal): string => own(why.code) || safeLine(why.message) || texts.refused;
