import { t } from '../platform/text';
import { LOCAL_FILES } from './keys';

/** A site's name as the reader reads it. */
export const siteLabel = (site: string): string => (site === LOCAL_FILES ? t('local_files') : site);
