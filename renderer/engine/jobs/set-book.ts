import type { Job } from '../job.ts';

/** Keeps the book for the jobs that follow; whoever worked on the one before goes home. */
export const setBook: Job<'setBook'> = (book, { desk }) => {
  desk.team.disband();
  desk.book = book;
  return Promise.resolve(null);
};
