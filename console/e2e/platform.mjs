// Starts the packaged platform on a folder of its own and stops it again.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '..', '..');
const START_TIMEOUT_MS = 420_000;
const STOP_TIMEOUT_MS = 30_000;
const MIN_JDK = 25;

function javaHome() {
  const version = (home) => {
    try {
      return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map((name) => join('/usr/lib/jvm', name)) : [];
  const found = [process.env.JAVA_HOME, ...installed].filter(Boolean).find((home) => version(home) >= MIN_JDK);
  if (!found) throw new Error(`no JDK ${MIN_JDK} or later in JAVA_HOME or /usr/lib/jvm`);
  return found;
}

/** A platform with the demonstration incident; {address, password, stop()}. */
export async function startPlatform() {
  const library = join(HOME, 'cli', 'target', 'lib');
  if (!existsSync(library)) throw new Error('the platform is not built: run ./firebreak build first');
  const data = mkdtempSync(join(tmpdir(), 'firebreak-e2e-'));
  const flags = ['-Xmx1500m', '-XX:+UseCompactObjectHeaders', '--enable-native-access=ALL-UNNAMED', '-cp', join(library, '*')];
  const child = spawn(join(javaHome(), 'bin', 'java'), [...flags, 'org.firebreak.platform.Platform', 'start', '--data', data, '--port', '0', '--demo'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
    rmSync(data, { recursive: true, force: true });
  };
  const ready = new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the platform did not start in time:\n${said}`)), START_TIMEOUT_MS);
    const listen = (chunk) => {
      said += chunk;
      const address = /running at (http:\/\/\S+)/.exec(said)?.[1];
      const password = /one-time password (\S+)/.exec(said)?.[1];
      if (address && password && said.includes('demonstration: loaded')) {
        clearTimeout(timer);
        done({ address: address.replace(/\/$/, ''), password });
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the platform ended with ${code}:\n${said}`));
    });
  });
  try {
    return { ...(await ready), stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}
