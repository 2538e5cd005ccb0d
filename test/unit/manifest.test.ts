import { describe, expect, it } from 'vitest';
import { GECKO_ID, manifest } from '../../lib/cli/manifest.ts';
import { PAGES_CSP } from '../../lib/cli/shut-pages.ts';

describe('the manifest', () => {
  it.each(['chrome', 'firefox'])('asks in %s for exactly the permissions that were decided', (browser) => {
    const made = manifest(browser);
    expect([...(made.permissions ?? [])].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    expect(made.host_permissions).toEqual(['*://*.gov.cn/*']);
    expect(made.optional_permissions ?? []).toEqual([]);
    // For a catalogue that the reader chooses to ask: nothing of it is given until they agree.
    expect(made.optional_host_permissions).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ]);
  });

  it.each(['chrome', 'firefox'])('lets nothing in %s be loaded from elsewhere', (browser) => {
    const policies = manifest(browser).content_security_policy as { extension_pages: string };
    const rules = new Map(
      policies.extension_pages.split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('img-src')).toBe("'self' data: blob:");
    expect(rules.get('font-src')).toBe("'self'");
    // The background alone may ask the catalogue's server: our pages' own policy is narrower.
    expect(rules.get('connect-src')).toBe("'self' https: http://localhost:* http://127.0.0.1:*");
    expect(PAGES_CSP).toBe("connect-src 'self'");
  });

  it('tells Firefox that nothing is collected, under a fixed id', () => {
    expect(manifest('firefox').browser_specific_settings?.gecko).toEqual({
      id: GECKO_ID,
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    });
  });
});
