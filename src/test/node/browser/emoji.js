// Emoji and names in the page, by keyboard, mouse and touch: node emoji.js CHROMIUM URL SCREENSHOT-FOLDER
import { accessible, expect, run, withBrowser } from './browser.js';

const [executable, url, folder] = process.argv.slice(2);

run(() => withBrowser(executable, async (browser) => {
  const problems = [];
  const enter = async (name, options = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 1100, height: 720 }, reducedMotion: 'reduce', ...options })).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await page.fill('#name', name);
    await page.keyboard.press('Enter');
    await page.locator('.composer textarea').waitFor();
    return page;
  };
  const mia = await enter('Mia');
  const noah = await enter('Noah', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });
  const field = (page) => page.locator('.composer textarea');
  const holds = async (page, text) => {
    await page.waitForFunction((wanted) => document.querySelector('.composer textarea').value === wanted, text, { timeout: 10_000 })
      .catch(async () => expect(false, `the field has not ${text} but ${await field(page).inputValue()}`));
  };
  const bubble = (page, text) => page.locator('.message', { hasText: text });

  // A code, a name, and both undone as if they had been typed.
  await field(mia).pressSequentially('well done :tad');
  await mia.getByRole('option', { name: ':tada:' }).waitFor();
  await mia.screenshot({ path: `${folder}/page-suggestions.png` });
  await accessible(mia, 'suggestions');
  await mia.keyboard.press('Enter');
  await holds(mia, 'well done 🎉');
  await mia.keyboard.press('Control+z');
  await holds(mia, 'well done :tad');
  await mia.keyboard.press('End');
  await field(mia).pressSequentially('a:');
  await holds(mia, 'well done 🎉');
  await field(mia).pressSequentially(' @no');
  await mia.getByRole('option', { name: 'Noah' }).waitFor();
  await mia.keyboard.press('Tab');
  await holds(mia, 'well done 🎉 @Noah ');

  // Any emoji, by keyboard alone.
  await mia.getByRole('button', { name: 'Emoji', exact: true }).press('Enter');
  const search = mia.getByRole('searchbox', { name: 'Search emoji' });
  await mia.locator('.picker').waitFor();
  await mia.screenshot({ path: `${folder}/page-emoji.png` });
  await accessible(mia, 'the picker');
  await mia.waitForFunction(() => document.activeElement?.closest('.picker'));
  await search.pressSequentially('rocket');
  await mia.keyboard.press('Enter');
  await mia.locator('.picker').waitFor({ state: 'detached' });
  await holds(mia, 'well done 🎉 @Noah 🚀');
  await mia.waitForFunction(() => document.activeElement?.matches('.composer textarea'));
  await mia.keyboard.press('Enter');
  await bubble(noah, 'well done 🎉 @Noah 🚀').waitFor();

  // Any emoji as a reaction, by touch; everything is on the page, as narrow as they come.
  await noah.setViewportSize({ width: 320, height: 640 });
  await bubble(noah, 'well done').locator('.meta').tap();
  await noah.getByRole('button', { name: 'React', exact: true }).tap();
  for (const choice of await noah.locator('.actions button').all()) {
    const { x, width } = await choice.boundingBox();
    expect(x >= 0 && x + width <= 320, `a reaction is at ${x}, ${width} wide`);
  }
  await noah.getByRole('button', { name: 'Any emoji…' }).tap();
  await noah.locator('.picker').waitFor();
  expect(await noah.evaluate(() => document.activeElement?.matches('input')) === false, 'a keyboard would cover the emoji');
  await noah.getByRole('button', { name: 'Animals and nature' }).tap();
  await noah.getByRole('option', { name: 'unicorn face' }).scrollIntoViewIfNeeded();
  await noah.screenshot({ path: `${folder}/page-emoji-phone-dark.png` });
  await accessible(noah, 'the picker on a phone');
  await noah.getByRole('option', { name: 'unicorn face' }).tap();
  await bubble(mia, 'well done').locator('.chip', { hasText: '🦄' }).waitFor();

  // The latest is offered first.
  await noah.getByRole('button', { name: 'Emoji', exact: true }).tap();
  await noah.getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'unicorn face' }).tap();
  await holds(noah, '🦄');
  expect(problems.length === 0, problems.join('\n'));
}));
