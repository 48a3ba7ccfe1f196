import { api } from '../platform/browser';
import { welcomeUrl } from '../platform/tabs';

/**
 * Opens the welcome page when Sidelight was installed, and not when it, or the browser, was updated. A copy that was
 * loaded for development gets it in a tab behind the one in front, which whoever loaded it is at work with.
 */
export async function welcome({ reason }: { readonly reason: string }): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await api.management.getSelf();
  await api.tabs.create({ url: welcomeUrl(), active: installType !== 'development' });
}
