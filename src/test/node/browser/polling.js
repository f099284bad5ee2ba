// The page behind a proxy that lets no WebSocket through, under a path, with two tabs of one person: node polling.js CHROMIUM URL
import { expect, run, withBrowser } from './browser.js';
import { proxyBefore } from './proxy.js';

const [executable, url] = process.argv.slice(2);

run(() => withBrowser(executable, async (browser) => {
  const proxy = await proxyBefore(url, '/team/');
  const problems = [];
  const open = async (context) => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(proxy.url);
    return page;
  };
  const enter = async (name) => {
    const page = await open(await browser.newContext({ reducedMotion: 'reduce' }));
    await page.fill('#name', name);
    await page.keyboard.press('Enter');
    await page.locator('.composer textarea').waitFor();
    return page;
  };
  const say = async (page, ...texts) => {
    for (const text of texts) {
      await page.locator('.composer textarea').fill(text);
      await page.locator('.composer textarea').press('Enter');
    }
  };
  const sees = (page, text) => page.locator('.message', { hasText: text }).first().waitFor();
  const texts = (page) => page.locator('.message .text').allTextContents();

  const ann = await enter('Ann');

  // It can be installed, as an app that begins at this path.
  const session = await ann.context().newCDPSession(ann);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const hindrances = installabilityErrors.map(({ errorId }) => errorId).filter((each) => each !== 'in-incognito');
  expect(hindrances.length === 0, `it cannot be installed: ${hindrances}`);
  const { url: manifest, errors, data } = await session.send('Page.getAppManifest');
  expect(manifest === `${proxy.url}page.webmanifest` && errors.length === 0 && JSON.parse(data).scope === '.', `${manifest}: ${JSON.stringify(errors)}`);

  const bob = await enter('Bob');
  await say(ann, 'hello');
  await sees(bob, 'hello');
  await say(bob, 'hi');
  await sees(ann, 'hi');
  const tab = await open(ann.context());
  await sees(tab, 'hi');
  await say(tab, 'from the other tab');
  await sees(ann, 'from the other tab');

  proxy.cut();
  const all = [ann, bob, tab];
  await Promise.all(all.map((page) => page.getByText('No connection.').waitFor()));
  await say(ann, 'cut 1', 'cut 2');
  await say(bob, 'cut 3');
  await say(tab, 'cut 4');
  proxy.mend();
  await Promise.all(all.map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))));
  for (const page of all) {
    for (const text of ['cut 1', 'cut 2', 'cut 3', 'cut 4']) {
      await sees(page, text);
    }
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 7 && !document.querySelector('.ticks[aria-label="Sending"]'));
  }
  const [anns, bobs, tabs] = await Promise.all(all.map(texts));
  expect(JSON.stringify(anns) === JSON.stringify(bobs) && JSON.stringify(anns) === JSON.stringify(tabs), `${anns} and ${bobs} and ${tabs}`);
  expect(anns.indexOf('cut 1') < anns.indexOf('cut 2'), `${anns}`);
  expect(proxy.upgrades > 0, 'nobody tried a WebSocket');
  expect(problems.length === 0, problems.join('\n'));
}));
