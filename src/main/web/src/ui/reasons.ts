// Why something was not done, in a sentence.
import type { Refusal } from '../wire/types';
import { safeLine } from './safe';
import { language, texts } from './texts';

/** The page's own sentence for a code. Hosts choose codes, so only those that are listed count. */
const own = (code: string): string =>
  (Object.hasOwn(texts.reason, code) ? texts.reason[code as keyof typeof texts.reason] : '');

/** The host's sentence, which is English and may know more than its code; to whom speaks another language, the page's. */
export function reasonOf(why: Refusal): string {
  const said = safeLine(why.message);
  return (language === 'en' ? said || own(why.code) : own(why.code) || said) || texts.notDone;
}

/** Why a name was not taken. */
export const reasonOfName = (why: Refusal): string =>
  why.code === 'malformed' && language !== 'en' ? texts.nameUnfit : reasonOf(why);

/** Why somebody is not in the chat: the page's sentence, or the host's for what the page does not know. */
export const reasonOutside = (why: Refusal): string => own(why.code) || safeLine(why.message) || texts.refused;
