import type { UserManifest } from 'wxt';

/** Pages Zhupi looks at by itself. Every other site is read only on a click (`activeTab`). */
export const OFFICIAL_SITES = '*://*.gov.cn/*';

/**
 * Where a catalogue may lie that the reader chooses to ask: anywhere by https, on this computer by http.
 * None of it is ours until the reader enters an address and agrees to the browser's question.
 */
export const CATALOGUE_SITES = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

/** The add-on's fixed id in Firefox; tests use it to find the extension's own address. */
export const GECKO_ID = 'zhupi@zhupi.example';

/** Commands a reader can rebind in the browser. At most four may have a suggested key (Chrome's limit). */
const commands: UserManifest['commands'] = {
  'open-panel': { suggested_key: { default: 'Alt+Shift+Z' }, description: '__MSG_commandOpenPanel__' },
  'next-mark': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNextMark__' },
  'previous-mark': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPreviousMark__' },
  'write-note': { suggested_key: { default: 'Alt+Shift+A' }, description: '__MSG_commandWriteNote__' },
  highlight: { description: '__MSG_commandHighlight__' },
  cite: { description: '__MSG_commandCite__' },
  'toggle-marks': { description: '__MSG_commandToggleMarks__' },
};

/**
 * The manifest beside what WXT derives from the entry points.
 *
 * Permissions stay small for good: a later addition to the required ones would disable an
 * installed extension until its reader agrees again.
 *
 * @param browser WXT's name of the target, `chrome` or `firefox`
 */
export function manifest(browser: string): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    host_permissions: [OFFICIAL_SITES],
    optional_host_permissions: CATALOGUE_SITES,
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'alarms'],
    // Listed by hand: WXT's wrapper for content scripts announces itself to the page by an event.
    content_scripts: [
      { matches: [OFFICIAL_SITES], js: ['gate.js'], all_frames: true, run_at: 'document_end' },
    ],
    web_accessible_resources: [
      { resources: ['note.html'], matches: ['<all_urls>'], ...(firefox ? {} : { use_dynamic_url: true }) },
    ],
    content_security_policy: {
      // No script or picture from elsewhere, so that nothing can leave by accident. Connections are for the
      // background alone, to the catalogue that the reader chose: a policy can't name an address that is
      // entered later. Our pages shut this again for themselves (see shut-pages.ts).
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; font-src 'self'; frame-ancestors *",
    },
    action: { default_title: '__MSG_extName__' },
    commands,
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  };
}
