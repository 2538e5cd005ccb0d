import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { renderCatalogue } from './lib/cli/build-catalogue.ts';
import { renderGlossary } from './lib/cli/build-glossary.ts';
import { renderIcons } from './lib/cli/icons.ts';
import { manifest } from './lib/cli/manifest.ts';
import { shutPages } from './lib/cli/shut-pages.ts';
import { slimPageScripts } from './lib/cli/slim-page-scripts.ts';
import { trimMarkJs } from './lib/cli/trim-mark-js.ts';

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  publicDir: 'assets/public',
  outDir: '.output',
  manifest: ({ browser }) => manifest(browser),
  vite: () => ({
    plugins: [preact(), shutPages(), trimMarkJs()],
    build: { target: 'es2022', modulePreload: false },
  }),
  zip: { name: 'zhupi' },
  hooks: {
    'vite:build:extendConfig': slimPageScripts,
    'build:publicAssets': async (_wxt, files) => {
      files.push(...(await renderIcons()), ...(await renderCatalogue()), ...(await renderGlossary()));
    },
  },
});
