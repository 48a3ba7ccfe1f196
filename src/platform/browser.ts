import polyfill from 'webextension-polyfill';

/** The extension API with promises, in both browsers. For extension pages and the background. */
export const api = polyfill;
