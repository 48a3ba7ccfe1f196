import type { Scheme } from './driven';

/** The preference that decides which colour scheme pages are told of. */
export const SCHEME_PREF = 'layout.css.prefers-color-scheme.content-override';
export const SCHEME_VALUE: Readonly<Record<Scheme, number>> = { dark: 0, light: 1 };

/** Every host name is this machine. */
export const OFFLINE_PREFS = { 'network.dns.forceResolve': '127.0.0.1' };

/** What puppeteer leaves on: Firefox's own connections, and what would stand before the page. */
export const FIREFOX_PREFS = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,',
  'dom.push.connection.enabled': false,
  'dom.push.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
  'toolkit.telemetry.server': 'data:,',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.google5.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.suggest.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.aboutwelcome.enabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.blocklist.enabled': false,
  'media.gmp-provider.enabled': false,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'termsofuse.acceptedVersion': 999,
  // A tab takes the process of one that was closed: to start another takes longer than what most pages are opened for.
  'dom.ipc.keepProcessesAlive.web': 4,
  'dom.ipc.processPrelaunch.enabled': false,
};
