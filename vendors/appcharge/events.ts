import type { EventData } from '../vendor';
import { v1Events } from './v1-events';
import { v2Events } from './v2-events';

/** The events of Appcharge, of both generations. */
export const appchargeEvents = [...v2Events, ...v1Events] as const;

/** The typed data of each event, by its name. */
export type AppchargeEventData = EventData<typeof appchargeEvents>;
