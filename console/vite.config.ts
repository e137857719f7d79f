import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Every browser the console supports reads WOFF2; leaving WOFF out halves what fonts weigh in the jar. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource') || !id.endsWith('.css')) return null;
    return code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
  },
};

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  define: { __FIREBREAK_VERSION__: JSON.stringify(version) },
  plugins: [woff2Only, react()],
  logLevel: 'warn',
  // The map's worker is an ES module; with any other format the map stays blank.
  worker: { format: 'es' },
  build: {
    outDir: 'target/classes/console',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    port: 5173,
    proxy: { '/api': process.env.FIREBREAK_URL ?? 'http://127.0.0.1:8080' },
  },
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, reporters: ['dot'], maxWorkers: 2 },
} as Parameters<typeof defineConfig>[0]);
