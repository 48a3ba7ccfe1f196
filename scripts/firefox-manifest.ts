/** The fields of `manifest.json` that the two browsers spell differently. */
export interface ChromeManifest {
  readonly background: { readonly service_worker: string; readonly type: 'module' };
  readonly content_scripts: readonly Record<string, unknown>[];
  readonly minimum_chrome_version: string;
  readonly key: string;
  readonly [field: string]: unknown;
}

/** The add-on's name to Firefox: fixed, because stored choices hang on it. */
export const FIREFOX_ID = 'sidelight@sidelight.invalid';

/**
 * Derives Firefox's form of the manifest from Chrome's. Pure.
 * Firefox runs the background as scripts of an event page; paints highlights inside shadow roots only where the sheet
 * has user origin; names add-ons by an id; and wants data collection declared.
 */
export function firefoxManifest(chrome: ChromeManifest): Record<string, unknown> {
  const {
    background,
    minimum_chrome_version: _chromeOnly,
    key: _chromeKey,
    content_scripts,
    ...shared
  } = chrome;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: background.type },
    content_scripts: content_scripts.map((script) => ({ ...script, css_origin: 'user' })),
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
