import { err, ok, type Result } from '../../shared/units/result.ts';

interface Words {
  readonly title: string;
  readonly subtitle: string;
}

/**
 * A chart as PNG bytes at twice its size: title, subtitle and legend as words, then every drawing in
 * the element where it stands. Colours and fonts are taken as shown, so the picture has the theme
 * on screen. The error is one sentence.
 */
export async function pictureOf(
  host: HTMLElement,
  words: Words,
): Promise<Result<Uint8Array, string>> {
  const frame = host.getBoundingClientRect();
  const width = Math.ceil(frame.width) + 2 * MARGIN;
  const height = Math.ceil(frame.height) + HEAD + 2 * MARGIN;
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const paint = canvas.getContext('2d');
  if (paint === null || frame.width === 0)
    return err('The picture could not be drawn: copy the data instead.');

  const style = getComputedStyle(host);
  paint.scale(SCALE, SCALE);
  paint.fillStyle = opaqueBackground(host);
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = style.color;
  paint.textBaseline = 'top';
  paint.font = `600 15px ${style.fontFamily}`;
  paint.fillText(words.title, MARGIN, MARGIN, width - 2 * MARGIN);
  paint.font = `400 12px ${style.fontFamily}`;
  paint.fillText(words.subtitle, MARGIN, MARGIN + 22, width - 2 * MARGIN);

  for (const drawing of host.querySelectorAll('svg')) {
    const at = drawing.getBoundingClientRect();
    const picture = await rasterOf(drawing, at);
    if (!picture.ok) return picture;
    const [x, y] = [at.left - frame.left + MARGIN, at.top - frame.top + MARGIN + HEAD];
    paint.drawImage(picture.value, x, y, at.width, at.height);
  }
  for (const element of host.querySelectorAll('[data-words]')) {
    const at = element.getBoundingClientRect();
    const own = getComputedStyle(element);
    paint.font = `${own.fontWeight} ${own.fontSize} ${own.fontFamily}`;
    paint.fillStyle = own.color;
    paint.textBaseline = 'middle';
    const [x, y] = [at.left - frame.left, at.top - frame.top + at.height / 2];
    paint.fillText(element.textContent, x + MARGIN, y + MARGIN + HEAD);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null
    ? err('The picture could not be drawn: copy the data instead.')
    : ok(new Uint8Array(await blob.arrayBuffer()));
}

/** An SVG with its looks written into it, because a picture has no style sheets. */
async function rasterOf(
  drawing: SVGSVGElement,
  at: DOMRect,
): Promise<Result<HTMLImageElement, string>> {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement))
    return err('The picture could not be drawn: copy the data instead.');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(at.width));
  copy.setAttribute('height', String(at.height));
  const [from, to] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((element, index) => {
    const target = to[index];
    if (!(target instanceof SVGElement)) return;
    const look = getComputedStyle(element);
    for (const property of LOOKS)
      target.style.setProperty(property, look.getPropertyValue(property));
  });
  const face = await fontFace();
  if (face !== '') {
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    sheet.textContent = face;
    copy.prepend(sheet);
  }
  const url = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return ok(image);
  } catch {
    return err('The picture could not be drawn: copy the data instead.');
  } finally {
    URL.revokeObjectURL(url);
  }
}

let embedded: Promise<string> | null = null;

/** The window's own typeface as data, because a picture can't load one; '' where it can't be read. */
function fontFace(): Promise<string> {
  embedded ??= readFontFace().catch(() => '');
  return embedded;
}

async function readFontFace(): Promise<string> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue('unicode-range').startsWith('U+0-FF'));
  const face = faces[0];
  const address = /url\("?([^")]+)"?\)/.exec(face?.style.getPropertyValue('src') ?? '')?.[1];
  if (face === undefined || address === undefined) return '';
  const from = new URL(address, face.parentStyleSheet?.href ?? document.baseURI);
  const bytes = new Uint8Array(await (await fetch(from)).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const family = face.style.getPropertyValue('font-family');
  return `@font-face{font-family:${family};font-weight:100 900;src:url(data:font/woff2;base64,${text})}`;
}

function opaqueBackground(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== '' && colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
  return 'white';
}

const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'text-decoration-line',
  'text-decoration-style',
  'paint-order',
  'stroke-linejoin',
  'visibility',
  'display',
];
const SCALE = 2;
const MARGIN = 24;
const HEAD = 56;
