import type { Budget } from '../grid-builder.ts';
import { nameCode, TOKEN, XmlScanner } from '../xml/scanner.ts';
import { textOf } from '../xml/text.ts';
import { unescapeText } from './escapes.ts';

const SI = nameCode('si');
const T = nameCode('t');
const PHONETIC = nameCode('rPh');

/** The texts that cells refer to by number, rich text as plain text, reading aids left out. */
export class SharedStrings {
  readonly texts: string[] = [];
  private readonly xml = new XmlScanner();
  private text = '';
  private inText = false;
  private phonetic = false;

  constructor(private readonly budget: Budget) {}

  feed(chunk: Uint8Array): void {
    this.xml.feed(chunk);
    this.scan();
  }

  end(): void {
    this.xml.end();
    this.scan();
  }

  private scan(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
      if (token === TOKEN.text) {
        if (this.inText) this.text += textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
      } else if (token === TOKEN.open) {
        if (xml.code === T) this.inText = !this.phonetic;
        else if (xml.code === PHONETIC) this.phonetic = true;
      } else if (xml.code === T) {
        this.inText = false;
      } else if (xml.code === PHONETIC) {
        this.phonetic = false;
      } else if (xml.code === SI && xml.depth === 1) {
        const text = unescapeText(this.text);
        this.budget.takeText(text.length);
        this.texts.push(text);
        this.text = '';
      }
    }
  }
}
