// Light, dark, or as the system has it.
import { kept } from './kept';

type Theme = 'system' | 'light' | 'dark';

export const theme = (): Theme => {
  const said = kept.get('theme');
  return said === 'light' || said === 'dark' ? said : 'system';
};

export function setTheme(look: Theme): void {
  kept.set('theme', look === 'system' ? '' : look);
  showTheme();
}

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
systemIsDark.addEventListener('change', showTheme);

export function showTheme(): void {
  const said = theme();
  document.documentElement.dataset['theme'] = said === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : said;
}
