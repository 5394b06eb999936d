import { own } from '../../units/records.ts';
import { headerWords } from '../text.ts';

/** Words joined by blanks, accents and case folded: what the patterns below look at. */
export function foldWords(text: string): string {
  return headerWords(text).join(' ');
}

const YES = new Set('yes y true t 1 x ja j wahr si s verdadero oui o vrai ✓ ✔'.split(' '));
const NO = new Set('no n false f 0 nein falsch falso non faux ✗ ✘'.split(' '));

/** Yes or no in four languages; null where it is neither. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  return word === 'sí' ? true : null;
}

const SIGNS: Readonly<Record<string, number>> = { '🟢': 85, '🟡': 50, '🟠': 50, '🔴': 15 };
const RAG: readonly (readonly [RegExp, number])[] = [
  [/^(green|grun|gruen|verde|vert|g|good|gut|healthy|gesund|bueno|bon|sano|sain)$/, 85],
  [/^(yellow|amber|orange|gelb|amarillo|ambar|jaune|y|a|fair|neutral|mittel|medio|moyen)$/, 50],
  [/^(red|rot|rojo|rouge|r|poor|schlecht|critical|kritisch|at risk|malo|mauvais)$/, 15],
];

/** A health colour as a number of 0–100 (the middle of its third, rounded), NaN where it is none. */
export function parseRag(text: string): number {
  const sign = own(SIGNS, text.trim());
  if (sign !== undefined) return sign;
  const word = foldWords(text);
  return RAG.find(([pattern]) => pattern.test(word))?.[1] ?? NaN;
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(very |sehr |muy |tres )?(high|hoch|alto|alta|eleve|elevee|haut|haute)$/, 85],
  [/^(medium|moderate|mid|mittel|mittlere|medio|media|moyen|moyenne|modere)$/, 50],
  [/^(very |sehr |muy |tres )?(low|niedrig|gering|bajo|baja|faible|bas|basse)$/, 15],
];

/**
 * A colour or a level as a health of 0–100, NaN where it is none. `ofRisk` where the words say how high
 * the risk is: there a high level is a low health; a colour says the same either way.
 */
export function parseHealthWord(text: string, ofRisk = false): number {
  const colour = parseRag(text);
  if (!Number.isNaN(colour)) return colour;
  const word = foldWords(text);
  const level = LEVELS.find(([pattern]) => pattern.test(word))?.[1] ?? NaN;
  return ofRisk ? 100 - level : level;
}

/** Words by which people say how likely a renewal is, without saying how likely. */
const OF_CHANCE =
  /^(?:(?:very |most |highly )?(?:likely|unlikely|probable|improbable)|commit(?:ted)?|best case|upside|at risk|in danger|save|secured?|safe|confident|(?:un)?certain|lost|churn(?:ing|ed)?|watch(?: list)?|(?:un)?wahrscheinlich|sicher|unsicher|gefahrdet|seguro|en riesgo|assure|a risque)$/;

/** Says a word how likely a renewal is, or how high the risk? */
export function isWordOfChance(text: string): boolean {
  return !Number.isNaN(parseHealthWord(text)) || OF_CHANCE.test(foldWords(text));
}

type Patterns = readonly (readonly [meaning: string, pattern: RegExp])[];

/** First pattern wins: what is more telling stands first. */
const PATTERNS: Readonly<Record<string, Patterns>> = {
  'accounts.status': [
    [
      'churned',
      /churn|former|inactive|lost|cancel|ended|ehemalig|gekundigt|inaktiv|antiguo|baja|perdido|ancien|perdu|resili/,
    ],
    ['trial', /trial|test|pilot|poc|freemium|prueba|essai/],
    ['prospect', /prospect|lead|opportunit|subscriber|target|interessent|potencial|suspect/],
    [
      'customer',
      /customer|client|active|live|evangelist|kunde|aktiv|activo|actif|partner|onboard|adopt|renew|paying/,
    ],
  ],
  'subscriptions.status': [
    ['trial', /trial|test|pilot|poc|freemium|prueba|essai|evaluation/],
    ['paused', /paus|suspend|on hold|hold|frozen|pausiert|ruhend|pausad|suspendid|suspendu/],
    [
      'future',
      /future|pending|draft|scheduled|not started|kunftig|ausstehend|entwurf|pendiente|futur|a venir|brouillon/,
    ],
    [
      'ended',
      /churn|cancel|end|expired|terminat|inactive|closed|lapsed|former|gekundigt|beendet|abgelaufen|inaktiv|cancelad|vencid|finalizad|terminad|inactiv|baja|resili|termine|expire|annul/,
    ],
    [
      'active',
      /active|live|current|renew|open|paid|paying|past due|activated|aktiv|laufend|vigente|activ|actif|en cours|in kraft/,
    ],
  ],
  'subscriptions.interval': [
    ['quarter', /quarter|quartal|vierteljahr|trimest|^q$|^3 ?m/],
    ['halfYear', /half|semi|halbjahr|semestr|^6 ?m/],
    ['month', /month|monat|mes|mensual|mois|mensuel|^m$|^1 ?m/],
    ['year', /year|annual|jahr|ano|anual|an$|ans|annuel|^y$|^a$|^12 ?m/],
  ],
  'opportunities.stage': [
    [
      'lost',
      /lost|verloren|perdid|perdu|abandon|disqualif|unqualif|dead|no decision|cancel|abgesagt|rejected|abgelehnt|rechazad|refus|canceled/,
    ],
    ['won', /won|gewonnen|ganad|gagne|signed|booked|unterzeichnet|firmad|signe$|closed gewonnen/],
    [
      'open',
      /open|prospect|qualif|discover|demo|propos|quote|negotiat|contract|engag|commit|verbal|pipeline|evaluat|appointment|decision|present|analys|value|identif|develop|review|new|lead|offen|angebot|verhandl|bedarf|erstgesprach|propuesta|negoci|abiert|cotiza|contact|ouvert|devis|in progress|en curso|en cours|in bearbeitung|best case|scoping|pilot|trial|scheduled|progress|closing|upside|forecast/,
    ],
  ],
  'opportunities.type': [
    ['renewal', /renew|verlanger|renov|renouvel|^extension contract/],
    [
      'newSolution',
      /cross|new solution|new product|neue losung|neues produkt|nueva solucion|nuevo producto|nouvelle solution|nouveau produit|venta cruzada|vente croisee|querverkauf|additional product/,
    ],
    [
      'newBusiness',
      /new business|new logo|new customer|new client|net new|neugeschaft|neukunde|nuevo negocio|nuevo cliente|nouvelle affaire|nouveau client|acquisition|^new$|^neu$|newbusiness|hunting/,
    ],
    [
      'priceIncrease',
      /price increase|price uplift|uplift|preiserhohung|aumento precio|subida precio|hausse prix|augmentation prix|indexation/,
    ],
    [
      'proactiveUsers',
      /proactive user|new department|new team|new site|rollout|neue abteilung|nuevo departamento|nouveau departement/,
    ],
    [
      'organicUsers',
      /organic|seat|licen[cs]e|additional user|add user|more user|user expansion|nutzer|lizenz|licencia|usuario|utilisateur/,
    ],
    [
      'consumption',
      /consum|usage|overage|volume|verbrauch|nutzung|uso|consommation|capacity|credits/,
    ],
    [
      'featureUpgrade',
      /feature|upgrade|edition|tier|plan change|premium|funktion|mejora|montee gamme|module/,
    ],
    [
      'upsell',
      /up ?sell|expan|existing|growth|erweiter|bestandskund|bestehend|ampliacion|venta adicional|cliente existente|extension|montee|vente additionnelle|client existant|add on|addon|farming/,
    ],
    [
      'other',
      /service|one time|training|onboarding|professional|implement|dienstleist|servicio|prestation|downgrade|downsell|contraction/,
    ],
  ],
  'people.role': [
    [
      'csm',
      /csm|customer success|kundenerfolg|exito cliente|succes client|success manager|onboarding/,
    ],
    [
      'am',
      /^am$|account manag|key account|kam|client partner|relationship|kundenbetreu|gestor cuenta|responsable compte|charge compte|farmer/,
    ],
    [
      'ae',
      /^ae$|account exec|sales|seller|hunter|vertrieb|verkauf|ventas|comercial|vente|commercial|business develop/,
    ],
  ],
};

/** What a word of such a column is taken for; null where nothing tells. */
export function meaningOf(field: string, text: string): string | null {
  const words = foldWords(text);
  return PATTERNS[field]?.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const UNASSIGNED =
  /^(unassigned|not assigned|no owner|none|vacant|open|house account|house|nobody|queue|tbd|nicht zugewiesen|vakant|offen|sin asignar|vacante|non attribue|non assigne|vacant)$/;

/** Words that stand where nobody owns the account. */
export function isNobody(text: string): boolean {
  return text.length <= 20 && UNASSIGNED.test(foldWords(text));
}
