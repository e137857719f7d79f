// The console as people use it: in a real browser, against the packaged platform with its demonstration incident.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { startPlatform } from './platform.mjs';

const PASSWORD = 'correct horse battery 7';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const TIMEOUT_MS = 60_000;
/** A map drawn by the processor alone takes its time on a busy machine. */
const MAP_TIMEOUT_MS = 180_000;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let platform;
let browser;
let page;
const faults = [];

before(async () => {
  platform = await startPlatform();
  browser = await launch();
  const context = await browser.newContext({ viewport: DESK, locale: 'en-GB', bypassCSP: true });
  page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  page.on('pageerror', (fault) => faults.push(fault.message));
}, { timeout: 480_000 });

after(async () => {
  await browser?.close();
  await platform?.stop();
}, { timeout: 60_000 });

const go = (path) => page.goto(platform.address + path);
const heading = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const region = () => page.locator('h1').innerText();

async function quiet() {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForFunction(() => !document.querySelector('.skeleton:not(.map-wait .skeleton)'));
}

/** Keeps what is on screen in the folder that FIREBREAK_PICTURES names, for people to look at. */
async function picture(name) {
  const folder = process.env.FIREBREAK_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function checkAccess(where) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`), [], where);
}

test('signs in with the one-time password and asks for an own one', async () => {
  await go('/');
  await checkAccess('sign-in');
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password').fill('certainly wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Name or password is wrong.').waitFor();
  await page.getByLabel('Password').fill(platform.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading('Choose your password');
  await page.getByLabel('Current password').fill(platform.password);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.waitForURL('**/situation');
});

test('shows the situation in English and Chinese', async () => {
  await page.locator('.figures dt').first().waitFor();
  await page.locator('.map[data-drawn=true]').waitFor({ timeout: MAP_TIMEOUT_MS });
  await page.locator('.chart canvas').first().waitFor();
  assert.match(await page.locator('.figures dd b').first().innerText(), /^[\d,]+$/);
  assert.ok((await page.locator('.figure-source a').count()) > 0, 'a figure names its data sets');
  await quiet();
  await picture('situation');
  await checkAccess('situation');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('link', { name: '疫情态势' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  await page.reload();
  await page.getByRole('link', { name: '疫情态势' }).waitFor();
  await page.locator('.map[data-drawn=true]').waitFor({ timeout: MAP_TIMEOUT_MS });
  await picture('situation-zh');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Situation' }).waitFor();
});

test('goes down a level from the table and up by the breadcrumbs', async () => {
  const home = await region();
  const child = page.locator('.panel tbody th a').first();
  const name = await child.innerText();
  await child.click();
  await page.waitForURL(/region=/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  assert.notEqual(await region(), home);
  await page.locator('.breadcrumbs a').last().click();
  await page.getByRole('heading', { level: 1, name: home.split('\n')[0] }).waitFor();
});

test('moves through the days by keyboard, and the address keeps the day', async () => {
  const slider = page.getByRole('slider', { name: 'Date shown' });
  await slider.focus();
  const last = await slider.getAttribute('aria-valuetext');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/date=\d{4}-\d{2}-\d{2}/);
  assert.notEqual(await slider.getAttribute('aria-valuetext'), last);
  await page.reload();
  const kept = page.getByRole('slider', { name: 'Date shown' });
  await kept.waitFor();
  assert.notEqual(await kept.getAttribute('aria-valuetext'), last);
});

test('says whether it is rising and where', async () => {
  await go('/rt');
  await page.locator('.answer .verdict').first().waitFor();
  await page.locator('.map[data-drawn=true]').waitFor({ timeout: MAP_TIMEOUT_MS });
  await page.locator('.chart canvas').first().waitFor();
  await quiet();
  assert.match(await page.locator('.answer-main').innerText(), /(rising|falling|uncertain)\. On \d/);
  assert.match(await page.locator('.chart-caption').first().innerText(), /As of .*Renewal model.*Firebreak \d/s);
  await picture('rt');
  await checkAccess('rt');
  await page.getByRole('button', { name: 'Show as a table' }).first().click();
  await page.getByRole('columnheader', { name: 'r95_low' }).waitFor();
  await checkAccess('rt as a table');
});

test('makes a forecast, scores those of past weeks, and hands out picture and figures', async () => {
  await go('/forecast');
  await page.getByText('There is no forecast of Confirmed cases').waitFor();
  await page.getByRole('button', { name: 'Make forecast' }).click();
  await page.locator('.answer .verdict').waitFor();
  await page.getByRole('rowheader', { name: /Firebreak ensemble/ }).first().waitFor();
  await page.getByText(/Their score is \d+% (better|worse)/).waitFor();
  await page.getByRole('button', { name: /^Show the forecast of/ }).last().click();
  await page.waitForURL(/past=\d+/);
  await page.getByText('Past forecast, median').waitFor();
  await quiet();
  await picture('forecast');
  await checkAccess('forecast');
  const chart = page.locator('.chart').first();
  await chart.focus();
  await page.keyboard.press('End');
  assert.match(await page.locator('.chart-box [aria-live]').first().innerText(), /Expected \(median\)/);
  for (const [item, ending, begins] of [['Picture (PNG)', 'png', '\x89PNG'], ['Drawing for print (SVG)', 'svg', '<svg'], ['Figures (CSV)', 'csv', '\uFEFFdate,reported']]) {
    await page.locator('.chart-panel .popover > summary').first().click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: item }).click()]);
    assert.ok(file.suggestedFilename().endsWith(ending));
    const content = readFileSync(await file.path());
    assert.ok(content.toString(ending === 'png' ? 'latin1' : 'utf8').startsWith(begins), item);
    await page.keyboard.press('Escape');
  }
});

test('finds cases and opens one', async () => {
  await page.getByRole('link', { name: 'Cases' }).click();
  await heading('Cases');
  const first = page.locator('tbody th a').first();
  await first.waitFor();
  const number = await first.innerText();
  await page.getByRole('searchbox').fill(number);
  await page.waitForURL(/q=/);
  await page.waitForFunction((wanted) => [...document.querySelectorAll('tbody th a')].every((link) => link.textContent.startsWith(wanted)), number);
  await quiet();
  await checkAccess('cases');
  await page.locator('tbody th a').first().click();
  await heading(number);
  await page.getByRole('heading', { name: 'Course' }).waitFor();
  await page.getByRole('heading', { name: 'How the record changed' }).waitFor();
  await quiet();
  await picture('case');
  await checkAccess('case');
});

test('takes an alarm through its life, each step with its reason', async () => {
  await go('/alarms');
  await heading('Alarms');
  const first = page.locator('tbody th a').first();
  await first.waitFor();
  await page.locator('.alarm-map .map[data-drawn=true]').waitFor({ timeout: MAP_TIMEOUT_MS });
  await quiet();
  await picture('alarms');
  await checkAccess('alarms');
  const name = await first.innerText();
  await first.click();
  await heading(name);
  await page.locator('.chart canvas').first().waitFor();
  await page.getByRole('button', { name: 'Checked…' }).click();
  await page.getByLabel('What did you look at, and what did you find?').fill('Called the district: a late batch of reports.');
  await checkAccess('alarm step');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Mark as checked' }).click();
  await page.getByText('Confirm that it is real, or drop it with the reason.').waitFor();
  await page.getByRole('button', { name: 'Drop…' }).click();
  await page.getByLabel('Why is it not real, or explained otherwise?').fill('Reports of a week came on one day.');
  await page.getByRole('button', { name: 'Drop the alarm' }).click();
  await page.locator('.life-dropped').getByText('Reports of a week came on one day.').waitFor();
  await quiet();
  await picture('alarm');
  await checkAccess('alarm');
});

test('shows what a threshold costs before it is saved', async () => {
  await go('/alarms/rules');
  await page.getByRole('button', { name: /^Edit/ }).first().click();
  await page.getByRole('button', { name: 'Try thresholds' }).click();
  await page.locator('.cost table').waitFor({ timeout: MAP_TIMEOUT_MS });
  await page.getByRole('button', { name: 'Use 0.01' }).click();
  assert.equal(await page.getByLabel('Threshold', { exact: true }).inputValue(), '0.01');
  await checkAccess('alarm rule');
  await picture('alarm-rule');
  await page.getByLabel('Why this change').fill('Early phase: rather one alarm too many.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Rule saved as version 2').waitFor();
});

test('takes a dirty file in, shows what is wrong, and accepts the corrected row', async () => {
  const csv = [
    'case_id,classification,sex,age,date_onset,date_report',
    'E2E-1,confirmed,female,34,2020-02-01,2020-02-05',
    'E2E-2,confirmed,male,51,2020-02-09,2020-02-03',
  ].join('\n');
  await go('/data/imports/new');
  await page.setInputFiles('input[type=file]', { name: 'e2e.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: 'How the columns are read' }).waitFor();
  await page.locator('select').first().selectOption('case');
  await page.getByRole('heading', { name: 'How the columns are read' }).waitFor();
  await quiet();
  await checkAccess('wizard');
  await page.getByRole('button', { name: 'Try without storing' }).click();
  await page.getByText(/2 rows: 1 would go in, 1 would be refused/).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Quarantine' }).waitFor();
  const row = page.locator('.quarantine > li').first();
  await row.waitFor();
  await picture('quarantine');
  await checkAccess('quarantine');
  await row.getByLabel('date_report').fill('2020-02-12');
  await row.getByRole('button', { name: 'Check and accept' }).click();
  await page.getByText(/Row \d+ is in\./).waitFor();
  await go('/cases?q=E2E-');
  await page.getByRole('link', { name: 'E2E-2' }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 2);
});

test('makes a user with a one-time password', async () => {
  await go('/admin/users');
  await page.getByRole('button', { name: 'New user' }).click();
  await page.getByLabel('User name').fill('li.na');
  await page.getByLabel('Name shown').fill('Li Na');
  await page.getByRole('button', { name: 'Everywhere' }).click();
  await checkAccess('user form');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('It is shown only now.').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('rowheader', { name: 'Li Na' }).waitFor();
});

test('draws the tree of genomes, finds a sample and opens its genome and case', async () => {
  await go('/genomes');
  const tree = page.locator('.tree-canvas');
  await tree.waitFor();
  await quiet();
  await picture('genomes-tree');
  await checkAccess('tree');
  const box = await tree.boundingBox();
  const before = await tree.evaluate((canvas) => canvas.toDataURL());
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -800);
  await page.waitForFunction((old) => document.querySelector('.tree-canvas').toDataURL() !== old, before);
  await page.getByLabel('Find').fill('S00005');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('.tip-card').getByText('Nearest genomes').waitFor();
  await checkAccess('tip');
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await page.getByRole('rowheader', { name: 'YL/S00005' }).waitFor();
  await page.getByRole('link', { name: 'Open genome' }).click();
  await page.locator('.gene-track svg').waitFor();
  await page.locator('.structure-frame canvas').waitFor();
  await picture('genome');
  await checkAccess('genome');
  await page.locator('.facts a').first().click();
  await page.waitForURL('**/cases/*');
});

test('shows mutations over time and what genomes say of contacts; watches a site', async () => {
  await go('/genomes/mutations');
  await page.locator('.chart canvas').first().waitFor();
  await page.getByLabel('Site or mutation').fill('gly:1-1179');
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.locator('.sighting-list li').first().waitFor();
  await picture('genomes-mutations');
  await checkAccess('mutations');
  await go('/genomes/clusters');
  await page.getByRole('radio', { name: /^Agree/ }).click();
  await page.locator('.side a').first().waitFor();
  await checkAccess('clusters');
  await go('/genomes/upload');
  await page.getByText('genomes.fasta').first().click();
  await page.getByText('Reverse complement', { exact: true }).waitFor();
  await checkAccess('uploads');
});

test('opens every page of data and administration without a fault, usable by all', async () => {
  for (const path of ['/data/datasets', '/data/imports', '/data/standards', '/data/standards/case', '/data/sources', '/data/pulls', '/admin/roles', '/admin/keys', '/admin/settings', '/account']) {
    await go(path);
    await page.locator('.panel').first().waitFor();
    await quiet();
    assert.equal(await page.locator('.problem').count(), 0, path);
    await checkAccess(path);
  }
});

test('is walked by keyboard: skip link, navigation, tabs', async () => {
  await go('/data/datasets');
  await page.locator('.panel').first().waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.getByRole('link', { name: 'Catalogue', exact: true }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL('**/data/imports');
});

test('fits a phone in both languages and both themes', async () => {
  await page.setViewportSize(PHONE);
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => localStorage.setItem('firebreak.theme', value), theme);
    for (const path of ['/situation', '/rt', '/forecast', '/cases', '/genomes/tree', '/genomes/mutations', '/genomes/clusters', '/data/datasets', '/data/imports', '/admin/users']) {
      await go(path);
      await page.locator('.panel').first().waitFor();
      await quiet();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
      await picture(`phone-${theme}${path.replaceAll('/', '-')}`);
      if (theme === 'dark') await checkAccess(`${path} on a phone, dark`);
    }
  }
  await page.setViewportSize(DESK);
});

test('signs out', async () => {
  await page.getByText('Administrator', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await heading('Sign in');
  assert.deepEqual(faults, [], 'no fault in any page');
});
