import { modelColour } from '../format/palette.ts';
import { ownableModels } from '../model/assumptions/defaults.ts';
import type { Assumptions, ModelId } from '../model/assumptions/types.ts';
import { modelName } from '../model/names.ts';

const NAMED = ['allSales', 'split', 'allCsm'];

/** The colour of a model on paper, the same as on every screen. */
export function paperColour(model: ModelId, assumptions: Assumptions): string {
  const custom = ownableModels(assumptions).filter((id) => !NAMED.includes(id));
  return modelColour(model, custom).light;
}

/** A model's name, with a mark where it is today's. */
export function modelHeader(model: ModelId, assumptions: Assumptions): string {
  const name = modelName(model, assumptions.models);
  return model === assumptions.currentModel ? `${name} (today)` : name;
}
