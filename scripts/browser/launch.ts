import { resolve } from 'node:path';
import { launchChrome } from './chrome';
import { drive } from './drive';
import type { BrowserName, Driven, LaunchOptions } from './driven';
import { launchFirefox } from './firefox';

/**
 * Starts a browser with the extension on a fresh profile. Close it in a `finally`.
 * @throws where the browser is missing, does not start or refuses the extension
 */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driven> {
  const absolute = { ...options, extensionDir: resolve(options.extensionDir) };
  return drive(await (name === 'chrome' ? launchChrome : launchFirefox)(absolute), absolute);
}
