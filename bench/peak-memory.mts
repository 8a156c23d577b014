/**
 * A process of its own, since a process knows its peak but not when it was: receives the body in the
 * file named, and prints in bytes how far the process grew beyond what it had before, which is what
 * n8n has already: the body's bytes and its parsed value.
 */
import { readFileSync } from 'node:fs';

import { receive } from '../delivery/receive';
import { gamanzaEngage } from '../vendors/gamanza-engage/delivery';
import { sendBytes } from './deliveries.mjs';

const { delivery, trigger } = sendBytes(gamanzaEngage, readFileSync(process.argv[2] ?? ''));
globalThis.gc?.();
const before = process.memoryUsage.rss();
const received = await receive(delivery, trigger);
const peak = process.resourceUsage().maxRSS * 1024;
if (received.refusal) throw new Error(received.refusal.reason);
console.log(peak - before);
