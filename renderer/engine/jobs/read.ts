import type { Job } from '../job.ts';

export const reread: Job<'reread'> = () => Promise.reject(new Error('not there yet'));
export const readSample: Job<'readSample'> = () => Promise.reject(new Error('not there yet'));
