import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChromeManifest, FIREFOX_ID, firefoxManifest } from '../../scripts/firefox-manifest';

const chrome: ChromeManifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
const firefox = firefoxManifest(chrome);

describe('Firefox’s manifest', () => {
  it('runs the background as an event page', () => {
    expect(firefox['background']).toEqual({ scripts: ['src/background/index.ts'], type: 'module' });
  });

  it('brings the marks’ sheet with user origin, and changes nothing else about the content script', () => {
    expect(firefox['content_scripts']).toEqual([
      { ...chrome.content_scripts[0], css: ['src/mark/marks.css'], css_origin: 'user' },
    ]);
  });

  it('names the add-on, the oldest version, and that no data is collected', () => {
    expect(firefox['browser_specific_settings']).toEqual({
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: expect.stringMatching(/^\d+\.\d+$/),
        data_collection_permissions: { required: ['none'] },
      },
    });
  });

  it('has Chrome’s side panel as its sidebar, closed until the reader opens it', () => {
    expect(firefox['sidebar_action']).toEqual({
      default_panel: chrome.side_panel.default_path,
      default_title: chrome.action.default_title,
      default_icon: chrome.action.default_icon,
      open_at_install: false,
    });
    expect(firefox['permissions']).toEqual(chrome.permissions.filter((each) => each !== 'sidePanel'));
  });

  it('has nothing that is for Chrome only', () => {
    expect(Object.keys(firefox)).not.toContain('side_panel');
    expect(Object.keys(firefox)).not.toContain('minimum_chrome_version');
    expect(Object.keys(firefox)).not.toContain('key');
    expect(JSON.stringify(firefox)).not.toContain('service_worker');
  });

  it('asks for the same sites, with the same policy and the same keys', () => {
    const same = ['name', 'version', 'host_permissions', 'content_security_policy', 'commands'];
    for (const field of [...same, 'manifest_version', 'action', 'icons']) {
      expect(chrome[field], field).toBeDefined();
      expect(firefox[field], field).toEqual(chrome[field]);
    }
  });

  it('leaves Chrome’s as it was', () => {
    expect(chrome).toEqual(JSON.parse(readFileSync('manifest.json', 'utf8')));
  });
});

describe('the manifest of both', () => {
  it('opens nothing to pages, and allows scripts of its own only', () => {
    expect(chrome['web_accessible_resources']).toBeUndefined();
    expect(chrome['externally_connectable']).toBeUndefined();
    const { extension_pages: policy } = chrome['content_security_policy'] as { extension_pages: string };
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });
});
