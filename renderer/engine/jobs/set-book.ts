import type { Job } from '../job.ts';

/** Keeps the book for the jobs that follow. */
export const setBook: Job<'setBook'> = (book, { desk }) => {
  desk.book = book;
  return Promise.resolve(null);
};
