// Days and times as they are written in the language of the page.
import { locale, texts } from './texts';

const FORMS = {
  clock: { hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** To make one costs more than to use it. */
const made = new Map<string, Intl.DateTimeFormat>();

function format(form: keyof typeof FORMS, at: number): string {
  const key = `${locale} ${form}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, FORMS[form]);
  made.set(key, known);
  return known.format(at);
}

/** In a list: when today, or on which day. */
export const shortTimeOf = (at: number): string =>
  format(new Date(at).toDateString() === new Date().toDateString() ? 'clock' : 'shortDay', at);

export const timeOf = (at: number): string => format('clock', at);

export function dayOf(at: number, now = Date.now()): string {
  const date = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(now - 86_400_000);
  return date.toDateString() === today.toDateString() ? texts.today
    : date.toDateString() === yesterday.toDateString() ? texts.yesterday
      : format(date.getFullYear() === today.getFullYear() ? 'day' : 'dayOfYear', at);
}
