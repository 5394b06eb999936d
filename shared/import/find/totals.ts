import { foldWords } from '../values/words.ts';

const WORD =
  '(?:(?:grand |sub |net |overall )?totals?|subtotals?|overall|sum|gesamt|gesamtsumme|summe|zwischensumme|insgesamt|suma|suma total|somme|(?:sous )?total general)';
/** What is counted, after the word itself: 'Total 20 accounts'. */
export const COUNTED =
  '(?: (?:all|\\d+|accounts?|customers?|records?|rows?|entries|kunden|datensatze|cuentas|clientes|registros|comptes|clients|enregistrements))*';
const PURE = new RegExp(`^${WORD}${COUNTED}$`);
const LOOSE = new RegExp(`^${WORD} .+|.+ ${WORD}$`);

/** Does a cell's text name a total: surely ('Grand total'), perhaps ('Total North'), or not. */
export function totalLabel(text: string): 'pure' | 'loose' | null {
  if (text.length > 60 || !/tot|sum|som|gesamt|insg|overall/i.test(text)) return null;
  const words = foldWords(text);
  if (PURE.test(words)) return 'pure';
  return LOOSE.test(words) ? 'loose' : null;
}
