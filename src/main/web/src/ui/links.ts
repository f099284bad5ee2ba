// Where a link leads, in a word (LinkHost.java).

/** What may be opened. */
export const LINK = /^(?:https?:\/\/|mailto:)/i;

const read = (address: string): URL | undefined =>
  LINK.test(address) && URL.canParse(address) ? new URL(address) : undefined;

/** The host of `href`, in ASCII so that no letter is taken for another; of a mail address, the address. */
export function hostOf(href: string): string {
  const url = read(href);
  return !url ? href : url.protocol === 'mailto:' ? url.pathname : url.hostname;
}

/** Whether the words of a link are its address, so that nobody is led elsewhere. */
export function saysWhere(words: string, href: string): boolean {
  const said = words.trim();
  const full = /^www\./i.test(said) ? `http${href.startsWith('https:') ? 's' : ''}://${said}` : said;
  return read(full)?.href === (read(href)?.href ?? '');
}
