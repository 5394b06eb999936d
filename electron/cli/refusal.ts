/** What the user asked for can't be done: every sentence goes to standard error, the exit status is 2. */
export class Refusal extends Error {
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'Refusal';
    this.sentences = sentences;
  }
}
