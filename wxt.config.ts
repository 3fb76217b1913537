import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { ascii } from './lib/build/ascii';
import { PAGES_POLICY } from './lib/build/policy';
import { storeClean } from './lib/build/store-clean';
import { bundledPack } from './lib/commands/pack';
import { ORIGINS } from './lib/notebook/send/origins';

/** Built for tests: the card’s shadow root is open, in an output folder of its own. */
const forTests = process.env.WXT_E2E === '1';

export default defineConfig({
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${forTests ? '-e2e' : ''}`,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: path.resolve('components/locales') },
  imports: false,
  manifestVersion: 3,
  webExt: { disabled: true },
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{manifestVersion}}{{modeSuffix}}.zip' },
  vite: () => ({
    plugins: [preact(), storeClean(), ascii()],
    define: { __FOR_TESTS__: JSON.stringify(forTests) },
    // The oldest browsers we run in: for older ones `light-dark()` would be rewritten in a way that does not work in `::highlight`.
    build: {
      cssTarget: ['chrome128', 'firefox140', 'safari17.5'],
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 4, test: /\.(tsx?|css)$|preact|zod/ }] } } },
    },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'attache.pack', contents: new Uint8Array(bundledPack()) as never });
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus'],
    // The development server speaks to its pages in ways that this refuses.
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGES_POLICY } } : {}),
    // Asked for when the reader first sends clips there.
    optional_host_permissions: Object.values(ORIGINS).flat(),
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_next__' },
      clip: { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_command_clip__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previous__' },
      panel: { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_command_panel__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'attache@attache.example.org', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
