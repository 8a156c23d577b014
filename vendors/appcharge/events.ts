import type { CatalogueEvent } from '../vendor';
import { v1Events } from './v1-events';
import { v2Events } from './v2-events';

/** The events of Appcharge, of both generations. */
export const appchargeEvents: readonly CatalogueEvent[] = [...v2Events, ...v1Events];
