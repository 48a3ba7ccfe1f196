import { t } from '../platform/text';
import { LOCAL_FILES } from './keys';

/** The name of a site, as it is shown. */
export const siteLabel = (site: string): string => (site === LOCAL_FILES ? t('local_files') : site);
