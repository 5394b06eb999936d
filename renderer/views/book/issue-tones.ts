import type { ImportIssue } from '../../../shared/import/types.ts';
import type { Tone } from '../../ui/banner.tsx';

/** How a remark looks, by its severity. */
export const TONES: Readonly<Record<ImportIssue['severity'], Tone>> = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
};
