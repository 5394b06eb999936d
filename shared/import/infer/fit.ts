import { MEANINGS, type FieldInfo } from '../fields.ts';
import type { ColumnTransform, TableRole } from '../types.ts';
import { meaningOf } from '../values/words.ts';
import type { Profile } from './profile.ts';

/**
 * How well the values of a column suit a field, 0..1. An empty column neither speaks for nor against
 * it. Of a risk only words make a health: which way a figure counts nobody says.
 */
export function valueFit(
  role: TableRole,
  info: FieldInfo,
  profile: Profile,
  transform?: ColumnTransform,
): number {
  if (profile.filled === 0) return 0.6;
  const notNumber = 1 - profile.numberShare;
  switch (info.kind) {
    case 'money':
    case 'number':
      return profile.dateShare > 0.5 && profile.typedNumbers === 0 ? 0 : step(profile.numberShare);
    case 'share':
      return unclearShare(profile) === null ? step(profile.hundredShare) : 0.3;
    case 'health':
      if (profile.ragShare >= 0.5) return step(profile.ragShare);
      return transform === 'complement' ? 0 : step(profile.hundredShare);
    case 'date':
      return step(Math.max(profile.dateShare, serialShare(profile)));
    case 'flag':
      return step(profile.flagShare);
    case 'id':
      return profile.dateShare > 0.5 && profile.idShare < 0.5 ? 0 : 1;
    case 'name':
      if (notNumber < 0.5) return 0.2;
      return profile.idShare > 0.9 ? 0.55 : 1;
    case 'person':
      if (profile.dateShare > 0.5) return 0;
      return notNumber < 0.5 ? 0.5 : 1;
    case 'holding':
      return 1;
    case 'words':
      return wordsFit(`${role}.${info.field}`, profile, notNumber);
  }
}

/**
 * Why figures are no shares that anyone could read: grades of 1 to 5 or 1 to 10 are none, not even of
 * percent points, and where 0.12 and 12 stand together nobody knows which is meant by the former.
 */
export function unclearShare(profile: Profile): 'grades' | 'mixed' | null {
  const { percent, min, max, overOneShare, fractionShare } = profile;
  if (percent || min < 0 || overOneShare < 0.2) return null;
  if (fractionShare >= 0.2) return 'mixed';
  return max <= 10 ? 'grades' : null;
}

/** Columns of few words: known words speak for the field, long free text against it. */
function wordsFit(key: string, profile: Profile, notNumber: number): number {
  if (profile.dateShare > 0.5) return 0;
  if (MEANINGS[key] === undefined) return notNumber < 0.5 ? 0.5 : 1;
  let known = 0;
  let closing = false;
  for (const [text, rows] of profile.distinct) {
    const meaning = meaningOf(key, text);
    if (meaning !== null) known += rows;
    if (meaning === 'won' || meaning === 'lost') closing = true;
  }
  const fit = step(known / profile.filled);
  // Of two columns that say how far a deal is, the one that also says won or lost is the stage.
  return key === 'opportunities.stage' && !closing ? fit * 0.85 : fit;
}

function serialShare(profile: Profile): number {
  return profile.min >= 20_000 && profile.max <= 80_000 ? profile.numberShare : 0;
}

/** A few odd cells don't speak against a column; half of them do. */
function step(share: number): number {
  if (share >= 0.8) return 1;
  return share >= 0.5 ? 0.7 : 0.1 * share;
}
