// What Maven runs, one step a call; each step is left out while its input files are what they were.
//   node scripts/maven.mjs install|geometry|types|check|build|e2e [skipTests]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CLASSES = 'target/classes';
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'openapi.json'];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(...args) {
  const { status, error } = spawnSync(npm, args, { stdio: 'inherit' });
  if (error?.code === 'ENOENT') fail('npm was not found on the PATH; install Node.js 20.19 or later (on Debian: apt-get install nodejs npm)');
  if (status !== 0) process.exit(status ?? 1);
}

function fail(sentence) {
  console.error(`console: ${sentence}`);
  process.exit(1);
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)));
}

/** Runs {@code step} unless its output is there and the fingerprint of its inputs is the one of the last run. */
function whenChanged(name, inputs, output, step) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(files)) hash.update(file).update(readFileSync(file));
  const fingerprint = hash.digest('hex');
  const stamp = join('target', 'stamps', name);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  step();
  mkdirSync(join('target', 'stamps'), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** A code that stands twice (Australia and its far islands) becomes one shape under the name of the first. */
function oneEach(geometries) {
  const polygons = ({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs);
  const byCode = new Map();
  for (const shape of geometries) {
    const known = shape.id === undefined ? undefined : byCode.get(shape.id);
    if (known) Object.assign(known, { type: 'MultiPolygon', arcs: [...polygons(known), ...polygons(shape)] });
    else byCode.set(shape.id ?? Symbol('no code'), shape);
  }
  return [...byCode.values()];
}

const steps = {
  install: () => whenChanged('install', ['package-lock.json'], 'node_modules/vite', () => run('ci', '--no-audit', '--no-fund')),
  geometry: () => {
    const source = 'node_modules/world-atlas/countries-50m.json';
    const target = `${CLASSES}/geo/countries-50m.json`;
    whenChanged('geometry', [source, 'scripts/maven.mjs'], target, () => {
      const topology = JSON.parse(readFileSync(source, 'utf8'));
      topology.objects.countries.geometries = oneEach(topology.objects.countries.geometries);
      mkdirSync(`${CLASSES}/geo`, { recursive: true });
      writeFileSync(target, JSON.stringify(topology));
    });
  },
  types: () =>
    whenChanged('types', ['openapi.json', 'types/package.json'], 'src/api/schema.ts', () => run('run', '--silent', 'types')),
  check: (skip) => {
    if (skip === 'true' || skip === '') return;
    whenChanged('check', SOURCES, 'node_modules/vite', () => {
      run('run', '--silent', 'typecheck');
      run('run', '--silent', 'test');
    });
  },
  build: () =>
    whenChanged('build', SOURCES, `${CLASSES}/console/index.html`, () => {
      rmSync(`${CLASSES}/console`, { recursive: true, force: true });
      run('run', '--silent', 'build');
    }),
  e2e: (skip) => {
    if (skip !== 'true' && skip !== '') run('run', '--silent', 'e2e');
  },
};

const [step, argument] = process.argv.slice(2);
if (!steps[step]) fail(`unknown step ${step}; one of ${Object.keys(steps).join(', ')}`);
steps[step](argument);
