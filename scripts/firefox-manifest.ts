/** The fields of `manifest.json` that the two browsers spell differently. */
export interface ChromeManifest {
  readonly background: { readonly service_worker: string; readonly type: 'module' };
  readonly content_scripts: readonly Record<string, unknown>[];
  readonly action: { readonly default_title: string; readonly default_icon: Record<string, string> };
  readonly side_panel: { readonly default_path: string };
  readonly permissions: readonly string[];
  readonly minimum_chrome_version: string;
  readonly key: string;
  readonly [field: string]: unknown;
}

/** The add-on's name to Firefox: fixed, because stored choices hang on it. */
export const FIREFOX_ID = 'sidelight@sidelight.invalid';

/**
 * Derives Firefox's form of the manifest from Chrome's. Pure.
 * Firefox runs the background as scripts of an event page; inserts no style sheet into a page that is loading, and paints
 * highlights inside shadow roots only where the sheet has user origin, so that it has the marks' sheet from the manifest;
 * has a sidebar, which needs no permission; names add-ons by an id; and wants data collection declared.
 */
export function firefoxManifest(chrome: ChromeManifest): Record<string, unknown> {
  const {
    background,
    content_scripts,
    minimum_chrome_version: _chromeOnly,
    key: _chromeKey,
    side_panel,
    permissions,
    ...shared
  } = chrome;
  return {
    ...shared,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    // Firefox would open the sidebar on its own when the add-on is installed.
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: chrome.action.default_title,
      default_icon: chrome.action.default_icon,
      open_at_install: false,
    },
    background: { scripts: [background.service_worker], type: background.type },
    content_scripts: content_scripts.map((script) => ({
      ...script,
      css: ['src/mark/marks.css'],
      css_origin: 'user',
    })),
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
