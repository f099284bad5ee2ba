// What the page says, in the language of its person. English comes with the page, the others when they are wanted.
import { kept } from './kept';
import en, { type Counted, type Texts } from './texts/en';

/** The languages, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', zh: '中文', ar: 'العربية' } as const;

export type Language = keyof typeof LANGUAGES;

const LOADED: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Texts }>>> = {
  de: () => import('./texts/de'),
  es: () => import('./texts/es'),
  fr: () => import('./texts/fr'),
  zh: () => import('./texts/zh'),
  ar: () => import('./texts/ar'),
};

export let texts: Texts = en;
export let language: Language = 'en';
/** The language with its country, where the browser says one: dates and numbers are written as there. */
export let locale = 'en';
export let isRightToLeft = false;

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);
const codeOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** What was chosen by hand; empty where the browser decides. */
export const chosenLanguage = (): Language | '' => {
  const said = kept.get('language');
  return isLanguage(said) ? said : '';
};

const wanted = (): Language => chosenLanguage() || navigator.languages.map(codeOf).find(isLanguage) || 'en';

/** Speaks as was chosen, or as the browser does. Rejects where the language does not come; then it stays as it is. */
export async function speak(): Promise<void> {
  const code = wanted();
  const said = code === 'en' ? en : (await LOADED[code]()).default;
  if (code !== wanted()) {
    return; // another was chosen meanwhile
  }
  texts = said;
  language = code;
  locale = navigator.languages.find((tag) => codeOf(tag) === code) ?? code;
  isRightToLeft = code === 'ar';
  document.documentElement.lang = code;
  document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr';
}

export function choose(code: Language | ''): Promise<void> {
  kept.set('language', code);
  return speak();
}

/** What is filled in may be of another direction than what stands around it. */
const isolated = (value: string): string => (isRightToLeft ? `\u2068${value}\u2069` : value);

/** The text with its values in it. Values stay as they are, whatever they look like. */
export const fill = (text: string, ...values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => isolated(values[Number(index)] ?? ''));

export const number = (value: number): string => new Intl.NumberFormat(locale).format(value);

/** What is said of a number. */
export const counted = (of: Counted, value: number): string =>
  (of[new Intl.PluralRules(locale).select(value)] ?? of.other).replace('#', () => number(value));

export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names.map(isolated));
