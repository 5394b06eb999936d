import { foldWords } from '../values/words.ts';

const WORD =
  '(?:totals?|subtotals?|sub total|grand total|overall|sum|gesamt|gesamtsumme|summe|zwischensumme|insgesamt|suma|suma total|total general|somme|sous total|total general)';
const PURE = new RegExp(
  `^(?:grand |net )?${WORD}(?: all)?(?: accounts| customers| kunden| cuentas| comptes)?$`,
);
const LOOSE = new RegExp(`^${WORD} .+|.+ ${WORD}$`);

/** Does a cell's text name a total: surely ('Grand total'), perhaps ('Total North'), or not. */
export function totalLabel(text: string): 'pure' | 'loose' | null {
  if (text.length > 60 || !/tot|sum|som|gesamt|insg|overall/i.test(text)) return null;
  const words = foldWords(text);
  if (PURE.test(words)) return 'pure';
  return LOOSE.test(words) ? 'loose' : null;
}
