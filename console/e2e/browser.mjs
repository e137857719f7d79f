// A Chromium, wherever there is one: named by the environment, of the system, or the one that npm brought.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

async function executable() {
  const named = process.env.FIREBREAK_CHROMIUM;
  if (named) return named;
  const installed = SYSTEM.find((path) => existsSync(path));
  if (installed) return installed;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

export async function launch() {
  try {
    return await chromium.launch({ executablePath: await executable(), args: FLAGS, headless: true });
  } catch (failure) {
    throw new Error(`no Chromium starts here; on Debian "apt-get install chromium" brings one (${failure.message.split('\n')[0]})`, { cause: failure });
  }
}
