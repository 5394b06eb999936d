import type { Book } from '../../book/book.ts';
import type { Assumptions } from '../assumptions/types.ts';
import { fillIn, fillKey, type FilledBook } from '../fill-in.ts';

/** The filled-in book, for as long as the assumptions that it comes from stay the same. */
export class KeptFill {
  private key = '';
  private book: Book | null = null;
  private filled: FilledBook | null = null;

  fill(book: Book, assumptions: Assumptions): FilledBook {
    const key = fillKey(assumptions);
    if (this.filled === null || key !== this.key || book !== this.book)
      this.filled = fillIn(book, assumptions);
    this.key = key;
    this.book = book;
    return this.filled;
  }
}
