import { appcharge } from './appcharge/delivery';
import { gamanzaEngage } from './gamanza-engage/delivery';
import { komo } from './komo/delivery';
import type { Vendor } from './vendor';

/** Every vendor of the package. */
export const vendors: readonly Vendor[] = [appcharge, gamanzaEngage, komo];
