import { describe, expect, it } from 'vitest';
import { GECKO_ID, manifest } from '../../lib/cli/manifest.ts';

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
  });

  it('tells Firefox that nothing is collected, under a fixed id', () => {
    expect(manifest('firefox').browser_specific_settings?.gecko).toEqual({
      id: GECKO_ID,
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    });
  });
});
