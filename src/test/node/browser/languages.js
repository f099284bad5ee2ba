// The page in each language on a phone: node languages.js CHROMIUM URL SCREENSHOT-FOLDER
// Takes pictures, and fails where a text is cut off or wider than the screen.
import { accessible, expect, run, withBrowser } from './browser.js';

const [executable, url, folder] = process.argv.slice(2);
const LANGUAGES = { en: 'en-GB', de: 'de-DE', es: 'es-ES', fr: 'fr-FR', zh: 'zh-CN', ar: 'ar-EG' };

/** What does not fit in: lines that end in an ellipsis, hints of empty fields, and what sticks out of the page. */
const cut = (page) => page.evaluate(() => {
  const pen = document.createElement('canvas').getContext('2d');
  const shown = [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && !each.closest('.unseen'));
  const own = (each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const dialog = document.querySelector('dialog[open]');
  return shown.filter((each) => !dialog || dialog.contains(each)).flatMap((each) => {
    const { left, right } = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    const said = each.textContent.slice(0, 60);
    pen.font = style.font;
    const room = each.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
    return own(each) && style.overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1 ? [`cut: ${said}`]
      : own(each) && (left < -1 || right > innerWidth + 1) ? [`out of the page: ${said}`]
        : each.placeholder && pen.measureText(each.placeholder).width > room + 1 ? [`cut: ${each.placeholder}`] : [];
  });
});

run(() => withBrowser(executable, async (browser) => {
  const problems = [];
  const enter = async (name, options) => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await page.locator('#name').waitFor();
    return { page, join: async () => {
      await page.fill('#name', name);
      await page.keyboard.press('Enter');
      await page.locator('.composer textarea').waitFor();
    } };
  };
  const { page: mia, join } = await enter('Mia');
  await join();
  const field = mia.locator('.composer textarea');
  for (const text of ['Who comes along on Saturday?', 'أنا قادمة!', '我也来。']) {
    await field.fill(text);
    await field.press('Enter');
  }

  for (const [code, locale] of Object.entries(LANGUAGES)) {
    const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, locale };
    const { page, join: joinPhone } = await enter(`Kim ${code}`, phone);
    const fits = async (where) => {
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 780 });
        const found = await cut(page);
        expect(found.length === 0, `${code}, ${where}, ${width} wide: ${found.join(' | ')}`);
      }
      await page.setViewportSize({ width: 390, height: 780 });
      await page.screenshot({ path: `${folder}/page-${code}-${where}.png` });
    };
    // What it says differs, how it is built only where it is mirrored.
    const readable = async (where) => code === 'ar' && accessible(page, `${where} in ${code}`);
    expect(await page.evaluate(() => document.documentElement.lang) === code, `the page is not in ${code}`);
    await fits('join');
    await joinPhone();
    await page.locator('.composer textarea').fill(`Hello from ${code}`);
    await page.locator('.composer textarea').press('Enter');
    await page.locator('.own .ticks').waitFor();
    await page.locator('.own').last().locator('.meta').click();
    await fits('room');
    await readable('a room');
    await page.locator('.back').click();
    await fits('rooms');
    await page.locator('.me').click();
    await page.locator('dialog[open]').waitFor();
    await fits('settings');
    await readable('the settings');

    if (code === 'de') {
      // Another language by hand, which lasts.
      await page.selectOption('#language', 'ar');
      await page.locator('html[dir="rtl"]').waitFor();
      await page.reload();
      await page.locator('html[dir="rtl"][lang="ar"]').waitFor();
      await page.locator('.app').waitFor();
    }
    await page.context().close();
  }

  // A language that is late is English until it comes.
  const slow = await browser.newContext({ locale: 'fr-FR' });
  const wait = {};
  wait.over = new Promise((done) => { wait.end = done; });
  await slow.route(/\/fr-[\w-]+\.js$/, (route) => wait.over.then(() => route.continue()));
  const late = await slow.newPage();
  await late.goto(url);
  await late.getByText('What shall we call you?').waitFor();
  await late.fill('#name', 'Léa');
  wait.end();
  await late.locator('html[lang="fr"]').waitFor();
  await late.getByRole('button', { name: 'Rejoindre le chat' }).click();
  await late.getByPlaceholder('Écrire un message').waitFor();

  const wide = await enter('Omar', { viewport: { width: 1100, height: 720 }, locale: 'ar' });
  await wide.join();
  await wide.page.locator('.message').last().waitFor();
  await wide.page.screenshot({ path: `${folder}/page-ar.png` });
  expect(problems.length === 0, problems.join('\n'));
}));
