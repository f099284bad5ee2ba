// The page, used as guests use it: node page.js CHROMIUM URL SCREENSHOT-FOLDER
// Prints "joined", waits for somebody to say "hello from the app", and answers.
import { accessible, expect, run, withBrowser } from './browser.js';

const [executable, url, folder] = process.argv.slice(2);

run(() => withBrowser(executable, async (browser) => {
  const problems = [];
  const open = async (name, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1100, height: 720 }, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url);
    await page.getByText('You are joining').waitFor();
    await page.screenshot({ path: `${folder}/page-welcome-${name}.png` });
    await accessible(page, 'joining');
    await page.fill('#name', name);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    return page;
  };
  const field = (page) => page.getByRole('textbox', { name: 'Write a message' });
  const say = async (page, text) => {
    await field(page).fill(text);
    await field(page).press('Enter');
  };
  const bubble = (page, text) => page.locator('.message', { hasText: text });
  // What comes meanwhile may push the message away from under the pointer.
  const act = async (page, text, action) => {
    const button = bubble(page, text).last().getByRole('button', { name: action, exact: true });
    for (let tries = 0; tries < 20 && !(await button.isVisible()); tries += 1) {
      await bubble(page, text).last().locator('.meta').click();
    }
    await button.click();
  };
  const shot = (page, name) => page.screenshot({ path: `${folder}/page-${name}.png` });

  const mia = await open('Mia');
  const noah = await open('Noah', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });
  console.log('joined');
  await bubble(mia, 'hello from the app').waitFor();

  // Text is never markup of the page, markdown is.
  await say(mia, 'Hello from a **browser**, <i>no tags</i> <img src=x onerror=alert(1)> https://example.org/a?b=c.');
  await bubble(noah, '<i>no tags</i>').waitFor();
  expect((await noah.locator('.text a').first().getAttribute('href')) === 'https://example.org/a?b=c', 'the link is wrong');
  expect((await noah.locator('.text img').count()) === 0, 'markup became an element');
  await say(noah, 'Line one\nline two 🔥');
  await bubble(mia, 'line two').waitFor();
  await say(noah, '```\nconst answer = 42;\n```\n> quoted\n\n1. first\n2. second');
  await bubble(mia, 'const answer').locator('pre').waitFor();

  // Replies, reactions, edits and deletions arrive as they happen.
  await act(mia, 'line two', 'Reply');
  await say(mia, 'an answer');
  await bubble(noah, 'an answer').locator('.quote', { hasText: 'Noah' }).waitFor();
  await act(noah, 'an answer', 'React');
  // Also at a short message, every choice is on the page.
  for (const choice of await noah.locator('.actions button').all()) {
    const { x, width } = await choice.boundingBox();
    expect(x >= 0 && x + width <= 390, `a reaction is at ${x}`);
  }
  await noah.getByRole('button', { name: 'React with 🎉' }).click();
  await bubble(mia, 'an answer').locator('.chip', { hasText: '🎉' }).waitFor();
  await act(mia, 'an answer', 'Edit');
  await say(mia, 'a better answer');
  await bubble(noah, 'a better answer').getByText('edited').waitFor();
  await say(noah, 'a slip');
  await act(noah, 'a slip', 'Delete');
  await noah.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await bubble(mia, 'This message was deleted').waitFor();
  expect((await bubble(mia, 'a slip').count()) === 0, 'a deleted text is shown');

  // Typing is told.
  await Promise.all([
    field(noah).pressSequentially('hm, let me think about that', { delay: 200 }),
    mia.getByText('Noah is writing…').waitFor(),
  ]);

  // What is written without a connection goes out once it is back, once.
  await mia.context().setOffline(true);
  await mia.evaluate(() => window.dispatchEvent(new Event('offline')));
  await mia.getByText('No connection.').waitFor();
  await say(mia, 'written while offline');
  await bubble(mia, 'written while offline').getByRole('img', { name: 'Sending' }).waitFor();
  await shot(mia, 'offline');

  // A killed tab loses nothing of it.
  await mia.close();
  await mia.context().setOffline(false);
  const back = await mia.context().newPage();
  await back.goto(url);
  await bubble(noah, 'written while offline').waitFor();
  await bubble(back, 'written while offline').getByRole('img', { name: /Delivered|Seen/ }).waitFor();
  for (const page of [back, noah]) {
    const count = await bubble(page, 'written while offline').count();
    expect(count === 1, `shown ${count} times`);
  }

  // A room of one's own, a conversation of two, and what is unread in it.
  await back.getByRole('button', { name: 'New room' }).click();
  await back.fill('#room-name', 'Plans');
  await back.fill('#room-topic', 'for May');
  await back.getByRole('button', { name: 'Open the room' }).click();
  await back.getByRole('heading', { name: 'Plans' }).waitFor();
  await say(back, 'Who comes along?');
  await noah.getByRole('button', { name: 'Back to the rooms' }).click();
  await noah.locator('.joinable', { hasText: 'Plans' }).getByRole('button', { name: 'Join' }).click();
  await bubble(noah, 'Who comes along?').waitFor();
  await back.getByRole('button', { name: /Noah ?, here/ }).click();
  await back.locator('.room h1', { hasText: 'Noah' }).waitFor();
  await say(back, 'just between us');
  await noah.getByRole('button', { name: 'Back to the rooms' }).click();
  await noah.locator('.item', { hasText: 'Mia' }).locator('.count').first().waitFor();
  await shot(noah, 'phone-list-dark');
  await accessible(noah, 'the rooms, dark');
  await noah.locator('.item', { hasText: 'just between us' }).click();
  await bubble(noah, 'just between us').waitFor();
  await bubble(back, 'just between us').getByRole('img', { name: 'Seen by 1' }).waitFor();

  // A search finds, and goes there.
  await back.getByRole('searchbox').fill('better');
  await back.locator('.hit', { hasText: 'a better answer' }).click();
  await back.locator('.message.found', { hasText: 'a better answer' }).waitFor();
  await back.getByRole('searchbox').fill('');
  await back.mouse.move(600, 10);
  await shot(back, 'light');
  await accessible(back, 'a room, light');
  await noah.getByRole('button', { name: 'Back to the rooms' }).click();
  await noah.locator('.item').first().click();
  await bubble(noah, 'a better answer').waitFor();
  await shot(noah, 'phone-dark');
  await accessible(noah, 'a room, dark');

  // As narrow as they come, and dark on a computer.
  await noah.setViewportSize({ width: 320, height: 420 });
  const wide = await noah.evaluate(() => document.documentElement.scrollWidth);
  expect(wide <= 320, `the page is ${wide} wide`);
  await noah.waitForFunction(() => {
    const { scrollHeight, clientHeight } = document.querySelector('.composer textarea');
    return scrollHeight <= clientHeight + 2;
  });
  await shot(noah, 'narrow-dark');

  // A pointer that moves over messages does not scroll: neither away from where somebody reads, nor back to the end.
  const scroller = noah.locator('.scroller');
  const place = await scroller.evaluate((box) => (box.scrollTop = box.scrollHeight - box.clientHeight - 20));
  const middle = await noah.locator('.message').last().locator('.bubble').evaluate((each) => each.getBoundingClientRect().top + 12);
  await noah.mouse.move(80, middle);
  await noah.locator('.message.active').waitFor();
  const after = await scroller.evaluate((box) => box.scrollTop);
  expect(after === place, `scrolled from ${place} to ${after}`);
  await back.emulateMedia({ colorScheme: 'dark' });
  await shot(back, 'dark');

  // A newcomer sees what was said before.
  const late = await open('Zoe');
  await bubble(late, 'written while offline').waitFor();
  // Failing to fetch while offline is logged by the browser itself.
  const own = problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(problem));
  expect(own.length === 0, own.join('\n'));
}));
