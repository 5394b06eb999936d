import type { RoleId } from './assumptions/types.ts';

/** The role that serves every account and passes leads on (model equations, sections 3 and 5). */
export const SERVICE_ROLE: RoleId = 'csm';
/** The role that holds the relationship of a long sales cycle (sections 3 and 8). */
export const SELLER_ROLE: RoleId = 'ae';
/** Who wins a tie between roles; any other role comes after these, in the order given (section 4). */
export const TIE_ORDER: readonly RoleId[] = [SERVICE_ROLE, 'am', SELLER_ROLE];
