// The plain page, used as a guest uses it: node page.js CHROMIUM URL SCREENSHOT-FOLDER
// Prints "joined", waits for somebody to say "hello from the app", and answers.
import { expect, run, withBrowser } from './browser.js';

const [executable, url, folder] = process.argv.slice(2);

run(() => withBrowser(executable, async (browser) => {
  const problems = [];
  const open = async (name, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 960, height: 640 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await page.screenshot({ path: `${folder}/page-welcome-${name}.png` });
    await page.fill('#name', name);
    await page.keyboard.press('Enter');
    await page.getByText('Online').waitFor();
    return page;
  };
  const say = async (page, text) => {
    await page.fill('#text', text);
    await page.keyboard.press('Enter');
  };

  const mia = await open('Mia');
  const noah = await open('Noah', { viewport: { width: 390, height: 780 }, hasTouch: true, colorScheme: 'dark' });
  console.log('joined');
  await mia.getByText('hello from the app').waitFor({ timeout: 30_000 });
  await say(mia, 'Hello from a browser, <i>no tags</i> https://example.org/a?b=c.');
  await noah.getByText('no tags').waitFor();
  await noah.getByText('Mia', { exact: true }).waitFor();
  expect((await noah.locator('.text a').first().getAttribute('href')) === 'https://example.org/a?b=c', 'the link is wrong');
  await say(noah, 'Line one\nline two 🔥');
  await mia.getByText('line two').waitFor();

  // What is written without a connection goes out once it is back, once.
  await mia.context().setOffline(true);
  await mia.evaluate(() => window.dispatchEvent(new Event('offline')));
  await mia.getByText('The connection is lost').waitFor();
  await say(mia, 'written while offline');
  await mia.getByText('Sending…').waitFor();
  await mia.context().setOffline(false);
  await noah.getByText('written while offline').waitFor({ timeout: 30_000 });
  await mia.getByText('Online').waitFor();
  for (const page of [mia, noah]) {
    const count = await page.getByText('written while offline').count();
    expect(count === 1, `shown ${count} times`);
  }
  await mia.screenshot({ path: `${folder}/page-light.png` });
  await noah.screenshot({ path: `${folder}/page-phone-dark.png` });

  // A newcomer sees what was said before.
  const late = await open('Zoe');
  await late.getByText('written while offline').waitFor();
  // Failing to fetch while offline is logged by the browser itself.
  const own = problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(problem));
  expect(own.length === 0, own.join('\n'));
}));
